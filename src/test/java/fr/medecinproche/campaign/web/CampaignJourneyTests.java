package fr.medecinproche.campaign.web;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.Calls;
import fr.medecinproche.campaign.CampaignDrafts;
import fr.medecinproche.campaign.CampaignService;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * An agent makes a call, a doctor says yes from the mail, and the call counts it and
 * stops.
 */
@BrowserTest
class CampaignJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	CampaignDrafts drafts;

	@Autowired
	CampaignService service;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Intercommunalites zones;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private Calls calls;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningWithoutADoctor() {
		this.database.clean();
		this.calls = new Calls(this.scenario, this.drafts, this.zones, this.jdbc);
		this.morning = this.calls.mornings(1).getFirst();
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void from_a_call_to_a_doctor_who_comes(Visit visit, Browsers browsers) {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var agent = new Walk(browsers.open(visit), "call", visit);
		agent.signIn("agent@essai.example");
		agent.goTo("/ars/appels");
		agent.look("none");
		agent.follow("a[href$='/ars/appels/nouveau']");
		agent.at("#zone").selectOption(this.calls.zone());
		agent.write("du", "2027-01-04");
		agent.write("au", "2027-01-31");
		agent.press("/ars/appels/nouveau");
		agent.write("withinKm", "150");
		agent.look("form");
		agent.press("/ars/appels/nouveau");
		assertThat(agent.content()).containsText("Une personne recevra cet appel");
		agent.look("draft");
		agent.press("/envoi");
		agent.look("sent");
		var called = new Walk(browsers.open(visit), "called", visit);
		called.goTo(this.calls.linkOf(doctor));
		called.look("dates");
		called.at("main input[type=checkbox]").first().press(" ");
		called.follow("form[action*='/appels/'] button:has-text('Je prends')");
		assertThat(called.content()).containsText("on vous attend");
		called.look("yes");
		called.goTo(this.calls.linkOf(doctor) + "/desinscription");
		called.look("never");
		agent.goTo("/ars/appels");
		agent.look("list");
		agent.followFirst("tbody a");
		assertThat(agent.content()).containsText("Besoin couvert");
		agent.look("met");
		agent.follow("a[href$='etat=YES']");
		assertThat(agent.content()).containsText("Dr Aline Roux");
		agent.look("people");
		goOn(doctor, agent);
		join(new Walk(browsers.open(visit), "listed", visit));
	}

	/** The doctor cannot come any more: the agent reads it in the morning. */
	private void goOn(Volunteer doctor, Walk agent) {
		this.scenario.volunteer("Jean", "Bosc");
		this.scheduling.giveBack(doctor.getId(), this.morning.getId());
		agent.goTo("/ars");
		assertThat(agent.content()).containsText("Un appel dont le besoin n’est plus couvert");
		agent.look("morning");
		agent.press("/reprise");
		assertThat(agent.content()).containsText("Voir l’appel que celui-ci reprend");
		agent.look("resumed");
		agent.goTo("/ars/travaux");
		agent.look("works");
	}

	/** Somebody whose address was passed on says when they could come, and joins. */
	private void join(Walk listed) {
		this.service.send(this.calls.draft(1, List.of("medecin@cpts.example"), Audience.LIST), (done) -> {
		});
		listed.goTo(this.calls.linkOf("medecin@cpts.example"));
		listed.look("dates");
		listed.at("main input[type=checkbox]").first().press(" ");
		listed.follow("form[action*='/appels/'] button:has-text('Je pourrais venir')");
		assertThat(listed.content()).containsText("Il reste à rejoindre le dispositif");
		listed.look("interested");
		listed.follow("main a.fr-btn[href*='devenir-volontaire']");
		assertThat(listed.content()).containsText("Vous pourriez venir ici");
		listed.look("join");
	}

}
