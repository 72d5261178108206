package fr.medecinproche.site;

import java.time.LocalTime;
import java.util.concurrent.Future;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** A site closes for good at the instant somebody books there. */
@ApplicationTest
class SiteClosingRaceTests {

	private static final int ROUNDS = 10;

	@Autowired
	SiteService service;

	@Autowired
	SiteAgenda agenda;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void no_visit_is_called_off_that_whoever_closed_the_site_did_not_see() throws InterruptedException {
		for (int round = 0; round < ROUNDS; round++) {
			var site = this.scenario.openSite("Maison " + round, Scenario.MARCIAC);
			var doctor = this.scenario.volunteer("Anne", "Abadie" + (char) ('A' + round));
			var slot = this.scenario.taken(doctor, site, HalfDay.morningOf(TUESDAY));
			var seen = this.agenda.of(site.getId());
			assertThat(seen).isEqualTo(new ComingVisits(1, 1, 0));
			var outcomes = Race.of(2, (number) -> (number == 0)
					? this.service.close(site.getId(), null, seen).isPresent()
					: this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Jean", "Castan")) != null);
			boolean closed = outcomes.get(0).state() == Future.State.SUCCESS;
			boolean booked = outcomes.get(1).state() == Future.State.SUCCESS;
			assertThat(closed).as("one of the two, round %s: %s", round, Race.losses(outcomes)).isNotEqualTo(booked);
			if (booked) {
				assertThat(outcomes.get(0).exceptionNow()).isInstanceOfSatisfying(SiteRefusedException.class,
						(ex) -> assertThat(ex.reason()).isEqualTo(Reason.MORE_EXPECTED));
			}
			assertThat(this.jdbc.sql("select count(*) from appointment where status = 'BOOKED' and slot_id = ?")
				.param(slot.getId())
				.query(Integer.class)
				.single()).isEqualTo(booked ? 1 : 0);
		}
	}

}
