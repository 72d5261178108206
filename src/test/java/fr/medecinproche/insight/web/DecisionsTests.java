package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.util.stream.IntStream;

import fr.medecinproche.insight.web.Decisions.ClosedWhileExpected;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class DecisionsTests {

	private static final LocalDate FIRST = LocalDate.of(2027, 1, 12);

	@Autowired
	Decisions decisions;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void of_many_closures_to_decide_about_the_nearest_are_read_and_all_are_counted() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		IntStream.range(0, 8).forEach((number) -> {
			var doctor = this.scenario.volunteer("Anne", "Abadie" + number);
			this.scenario.taken(doctor, site, HalfDay.morningOf(FIRST.plusDays(number)));
			this.scenario.taken(doctor, site, HalfDay.afternoonOf(FIRST.plusDays(number)));
			closedOn(site, FIRST.plusDays(number));
		});
		this.jdbc.sql("update site_closure set settled_at = now() where first_day = ?")
			.param(FIRST.plusDays(7))
			.update();
		// the first is history, the second is half over
		this.clock.set(FIRST.plusDays(1).atTime(12, 30));
		var found = this.decisions.closures("32");
		assertThat(found.total()).isEqualTo(6);
		assertThat(found.first()).extracting(ClosedWhileExpected::firstDay)
			.containsExactlyElementsOf(FIRST.plusDays(1).datesUntil(FIRST.plusDays(6)).toList());
		assertThat(found.first()).extracting(ClosedWhileExpected::halfDays).containsExactly(1L, 2L, 2L, 2L, 2L);
		assertThat(this.decisions.closures("30").total()).isZero();
	}

	private void closedOn(ConsultationSite site, LocalDate day) {
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, created_at, by_site)
				values (?, ?, ?, 'LEAVE', now(), true)""").params(site.getId(), day, day).update();
	}

}
