package fr.medecinproche.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.medecinproche.campaign.CallWords;
import fr.medecinproche.campaign.Campaign;
import fr.medecinproche.campaign.CampaignHalfDays;
import fr.medecinproche.campaign.CampaignHalfDays.OpenHalfDay;
import fr.medecinproche.campaign.CampaignInvitation;
import fr.medecinproche.campaign.CampaignInvitations;
import fr.medecinproche.campaign.CampaignStatus;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody who is called reads: what may be taken, what they took or would take, and
 * what became of the call.
 */
@Component
class CallAnswerPage {

	/** So many half-days are shown; whoever has an account sees all of them elsewhere. */
	private static final int SHOWN = 60;

	private final CampaignInvitations invitations;

	private final CampaignHalfDays halfDays;

	private final SchedulingService scheduling;

	private final CallWords words;

	private final Clock clock;

	CallAnswerPage(CampaignInvitations invitations, CampaignHalfDays halfDays, SchedulingService scheduling,
			CallWords words, Clock clock) {
		this.invitations = invitations;
		this.halfDays = halfDays;
		this.scheduling = scheduling;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * Shows a call to whoever got it.
	 * @param id the invitation
	 * @param address where its forms are sent
	 * @param model of the page
	 * @param locale the reader's language
	 * @return the view
	 */
	String show(long id, String address, Model model, Locale locale) {
		var invitation = this.invitations.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var campaign = invitation.getCampaign();
		var offered = offered(invitation);
		model.addAttribute("invitation", invitation);
		model.addAttribute("zone", campaign.getZone());
		model.addAttribute("period", this.words.period(campaign.getSpan(), locale));
		model.addAttribute("address", address);
		model.addAttribute("running", isRunning(campaign));
		model.addAttribute("met", campaign.getStatus() == CampaignStatus.MET);
		model.addAttribute("offered", offered.stream().limit(SHOWN).toList());
		model.addAttribute("more", offered.size() > SHOWN);
		model.addAttribute("wished",
				this.halfDays.interestOf(id).stream().map(OpenHalfDay::id).collect(Collectors.toSet()));
		model.addAttribute("joining", joining(campaign, offered));
		model.addAttribute("taken", taken(invitation));
		model.addAttribute("left", left(invitation, offered));
		return "medecin/appel";
	}

	/**
	 * Where somebody we do not know joins, with the zone and the days they were asked
	 * for.
	 */
	private static String joining(Campaign campaign, List<OpenHalfDay> offered) {
		return UriComponentsBuilder.fromPath("/medecin/devenir-volontaire")
			.queryParam("zone", campaign.getZone().getSiren())
			.queryParam("jours", new TreeSet<>(offered.stream().map((each) -> each.day().getDayOfWeek()).toList()))
			.toUriString();
	}

	private boolean isRunning(Campaign campaign) {
		return campaign.getStatus() == CampaignStatus.RUNNING && !campaign.getSpan().isOver(LocalDate.now(this.clock));
	}

	private List<OpenHalfDay> offered(CampaignInvitation invitation) {
		var campaign = invitation.getCampaign();
		if (!isRunning(campaign)) {
			return List.of();
		}
		var volunteer = invitation.getVolunteer();
		return (volunteer != null)
				? this.halfDays.openTo(campaign.getZone().getSiren(), campaign.getSpan(), volunteer.getId())
				: this.halfDays.open(campaign.getZone().getSiren(), campaign.getSpan());
	}

	private List<OpenHalfDay> taken(CampaignInvitation invitation) {
		var volunteer = invitation.getVolunteer();
		return (volunteer != null && invitation.mayTake())
				? this.halfDays.takenBy(invitation.getCampaign().getId(), volunteer.getId())
				: this.halfDays.interestOf(invitation.getId());
	}

	/** How many half-days may still be taken, month by month. */
	private TreeMap<YearMonth, Integer> left(CampaignInvitation invitation, List<OpenHalfDay> offered) {
		var left = new TreeMap<YearMonth, Integer>();
		Volunteer volunteer = invitation.getVolunteer();
		if (volunteer != null && invitation.mayTake()) {
			for (var month : new TreeSet<>(offered.stream().map(OpenHalfDay::month).toList())) {
				left.put(month, this.scheduling.cap(volunteer.getId(), month).left());
			}
		}
		return left;
	}

}
