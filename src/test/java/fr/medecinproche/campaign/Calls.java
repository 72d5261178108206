package fr.medecinproche.campaign;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;

/**
 * Calls for Marciac in tests, and what came of them.
 */
public final class Calls {

	/** January 2027. */
	public static final CampaignSpan JANUARY = new CampaignSpan(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 31));

	private final Scenario scenario;

	private final CampaignDrafts drafts;

	private final Intercommunalites zones;

	private final JdbcClient jdbc;

	private final long agent;

	public Calls(Scenario scenario, CampaignDrafts drafts, Intercommunalites zones, JdbcClient jdbc) {
		this.scenario = scenario;
		this.drafts = drafts;
		this.zones = zones;
		this.jdbc = jdbc;
		this.agent = scenario.agent().id();
	}

	/** An open site with open mornings, a week apart. */
	public List<HalfDaySlot> mornings(int howMany) {
		var site = site();
		return IntStream.range(0, howMany)
			.mapToObj((week) -> this.scenario.halfDay(site, HalfDay.morningOf(TUESDAY.plusDays(week))))
			.toList();
	}

	/** Who makes the calls. */
	public long agent() {
		return this.agent;
	}

	public ConsultationSite site() {
		return this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
	}

	/** The SIREN of the zone of Marciac. */
	public String zone() {
		return this.jdbc.sql("select zone from commune where insee = ?")
			.param(Scenario.MARCIAC)
			.query(String.class)
			.single();
	}

	/** A draft to doctors of Toulouse, 110 km away. */
	public long draft(int wanted, Audience... audiences) {
		return draft(wanted, List.of(), audiences);
	}

	public long draft(int wanted, List<String> addresses, Audience... audiences) {
		return draft(wanted, 150, addresses, audiences);
	}

	public long draft(int wanted, int km, List<String> addresses, Audience... audiences) {
		return draft(JANUARY, wanted, km, addresses, audiences);
	}

	public long draft(CampaignSpan span, int wanted, int km, List<String> addresses, Audience... audiences) {
		var asked = Set.copyOf(Arrays.asList(audiences));
		var plan = new CampaignPlan((short) wanted,
				new CampaignReach(asked, (short) km, asked.contains(Audience.LIST) ? "CPTS d’essai" : null),
				new CampaignText("Appel : {zone}", "Il manque des médecins à {zone} {periode}.\n\n{dates}"));
		return this.drafts.draft(this.zones.findById(zone()).orElseThrow(), span, plan,
				addresses.stream().map(EmailAddress::new).collect(Collectors.toSet()), this.agent);
	}

	/** "roux WRITTEN", "bosc TOO_RECENT", of a call. */
	public List<String> people(long campaign) {
		return this.jdbc.sql("""
				select coalesce(lower(v.family_name), i.email, '?') || ' ' || coalesce(i.left_out,
				  case when i.written_at is null then 'WAITING' else 'WRITTEN' end)
				from campaign_invitation i left join volunteer v on v.id = i.volunteer_id
				where i.campaign_id = ? order by 1""").param(campaign).query(String.class).list();
	}

	public Map<String, Long> leftOut(List<CampaignAudience.Share> shares) {
		return shares.stream()
			.collect(Collectors.toMap((share) -> (share.leftOut() != null) ? share.leftOut().name() : "WRITTEN",
					(share) -> (long) share.people(), Long::sum));
	}

	public String status(long campaign) {
		return this.jdbc.sql("select status from campaign where id = ?").param(campaign).query(String.class).single();
	}

	public long invitationOf(long campaign, Volunteer volunteer) {
		return this.jdbc.sql("select id from campaign_invitation where campaign_id = ? and volunteer_id = ?")
			.params(campaign, volunteer.getId())
			.query(Long.class)
			.single();
	}

	/** The address of the answer page, in the latest mail to somebody. */
	public String linkOf(String email) {
		return bodyTo(email).replaceAll("(?s).*?(/appels/[\\w-]+).*", "$1");
	}

	public String linkOf(Volunteer volunteer) {
		return linkOf(volunteer.getAccount().email().value());
	}

	public String bodyTo(String email) {
		return this.jdbc.sql(
				"select body_text from outbox_message where recipient = ? and dedup_key like 'campaign:%' order by id desc limit 1")
			.param(email)
			.query(String.class)
			.single();
	}

	/** How many mails of calls may still leave, whatever the hour. */
	public long leaving() {
		return count("from outbox_message where dedup_key like 'campaign:%' and status = 'PENDING' and not_after > "
				+ "timestamptz '2027-01-30 00:00Z'");
	}

	public long count(String sql) {
		return this.jdbc.sql("select count(*) " + sql).query(Long.class).single();
	}

}
