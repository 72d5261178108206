package fr.medecinproche.campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.campaign.CampaignHalfDays.OpenHalfDay;
import fr.medecinproche.volunteer.AnnouncedIndemnity;
import fr.medecinproche.web.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts calls into words: the agent's own, filled in for each reader, between a greeting
 * and what must be said in every such mail. A text nobody has changed is written in the
 * reader's language.
 */
@Component
public class CallWords {

	/** So many half-days are named in a mail; the page has them all. */
	private static final int NAMED = 6;

	private final CampaignHalfDays halfDays;

	private final AnnouncedIndemnity indemnity;

	private final CampaignSettings settings;

	private final MessageSource messages;

	private final Words words;

	CallWords(CampaignHalfDays halfDays, AnnouncedIndemnity indemnity, CampaignSettings settings,
			MessageSource messages, Words words) {
		this.halfDays = halfDays;
		this.indemnity = indemnity;
		this.settings = settings;
		this.messages = messages;
		this.words = words;
	}

	/**
	 * What an agent who has written nothing finds.
	 * @return the text with its placeholders, in French
	 */
	public CampaignText template() {
		return template(Locale.FRENCH);
	}

	private CampaignText template(Locale locale) {
		return new CampaignText(say("campaign.template.subject", locale), say("campaign.template.body", locale));
	}

	/**
	 * Writes a call.
	 * @param campaign the call, its zone loaded
	 * @param reader to whom
	 * @return the mail as it will look
	 */
	public CallMail write(Campaign campaign, Reader reader) {
		return write(campaign, reader, this.halfDays.open(campaign.getZone().getSiren(), campaign.getSpan()));
	}

	private CallMail write(Campaign campaign, Reader reader, List<OpenHalfDay> open) {
		var locale = reader.locale();
		var text = (campaign.getText().equals(template()) ? template(locale) : campaign.getText())
			.filledWith(values(campaign, open, locale));
		var opening = new ArrayList<String>();
		opening.add((reader.title() != null) ? say("campaign.mail.hello", locale, reader.title())
				: say("campaign.mail.hello.nobody", locale));
		text.body().lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach(opening::add);
		return new CallMail(text.subject(), opening, facts(campaign, reader), say("campaign.mail.action", locale),
				closing(campaign, reader), say("campaign.mail.leave", locale));
	}

	private Map<Placeholder, String> values(Campaign campaign, List<OpenHalfDay> open, Locale locale) {
		var values = new EnumMap<Placeholder, String>(Placeholder.class);
		values.put(Placeholder.ZONE, campaign.getZone().getNomArs());
		values.put(Placeholder.PERIOD, period(campaign.getSpan(), locale));
		values.put(Placeholder.DATES, dates(open, locale));
		values.put(Placeholder.PLACES, String.join(", ",
				open.stream().map((each) -> "%s (%s)".formatted(each.site(), each.commune())).distinct().toList()));
		values.put(Placeholder.LODGING, lodging(open, locale));
		values.put(Placeholder.COSTS,
				say("campaign.mail.costs", locale, this.words.in(locale).euros(this.indemnity.halfDayCents())));
		return values;
	}

	/**
	 * From when to when.
	 * @param span a period
	 * @param locale the reader's language
	 * @return "du 1er juillet 2027 au 31 août 2027"
	 */
	public String period(CampaignSpan span, Locale locale) {
		var said = this.words.in(locale);
		return span.firstDay().equals(span.lastDay()) ? say("campaign.day", locale, said.date(span.firstDay()))
				: say("campaign.period", locale, said.date(span.firstDay()), said.date(span.lastDay()));
	}

	private String dates(List<OpenHalfDay> open, Locale locale) {
		var said = this.words.in(locale);
		var named = open.stream()
			.limit(NAMED)
			.map((each) -> say("campaign.mail.date." + each.period(), locale, said.dayWithoutYear(each.day()),
					each.commune()))
			.toList();
		return say("campaign.mail.dates", locale, open.size(), String.join(" ; ", named), open.size() - named.size());
	}

	private String lodging(List<OpenHalfDay> open, Locale locale) {
		var there = open.stream().filter(OpenHalfDay::lodging).map(OpenHalfDay::site).distinct().toList();
		return there.isEmpty() ? say("campaign.mail.lodging.none", locale)
				: say("campaign.mail.lodging", locale, String.join(", ", there));
	}

	private List<CallMail.Fact> facts(Campaign campaign, Reader reader) {
		var locale = reader.locale();
		var facts = new ArrayList<CallMail.Fact>();
		facts.add(new CallMail.Fact("where", campaign.getZone().getNomArs()));
		facts.add(new CallMail.Fact("when", period(campaign.getSpan(), locale)));
		if (reader.km() != null) {
			facts.add(new CallMail.Fact("distance",
					say("campaign.mail.distance", locale, this.words.in(locale).distance(reader.km()))));
		}
		return facts;
	}

	private List<String> closing(Campaign campaign, Reader reader) {
		var locale = reader.locale();
		var closing = new ArrayList<String>();
		closing.add(say("campaign.mail.closing", locale));
		if (reader.audience() == Audience.LIST) {
			closing
				.add(say("campaign.mail.why.list", locale, campaign.getReach().source(), this.settings.legalBasis()));
			closing.add(say("campaign.mail.kept", locale, days()));
		}
		else {
			closing.add(say("campaign.mail.why.known", locale));
		}
		closing.add(say("campaign.mail.secret", locale));
		return closing;
	}

	/** How long the addresses of a list are kept after the end. */
	public int days() {
		return this.settings.addressesKept().getDays();
	}

	/** What lets the agency write to the addresses of a list, as the mail says it. */
	public String legalBasis() {
		return this.settings.legalBasis();
	}

	private String say(String key, Locale locale, @Nullable Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/**
	 * Whoever reads a call.
	 *
	 * @param title how they are called, if we know them
	 * @param km how far the nearest site is, if we know
	 * @param audience why they are called
	 * @param locale their language
	 */
	public record Reader(@Nullable String title, @Nullable Double km, Audience audience, Locale locale) {

		/**
		 * Whoever an invitation goes to.
		 * @param invitation the doctor loaded
		 */
		public static Reader of(CampaignInvitation invitation) {
			var volunteer = invitation.getVolunteer();
			return new Reader((volunteer != null) ? volunteer.getTitle() : null, invitation.getKm(),
					invitation.getAudience(), invitation.locale());
		}

	}

}
