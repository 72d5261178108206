package fr.medecinproche.site.need;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Future;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDayWish;
import fr.medecinproche.schedule.OpenHalfDays;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.SiteNeeds;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class SiteNeedsTests {

	private static final int ROUNDS = 12;

	@Autowired
	NeedService service;

	@Autowired
	SiteNeeds needs;

	@Autowired
	SiteWishes wishes;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	OpenHalfDays open;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	@BeforeEach
	void aSite() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 2);
	}

	@Test
	void nobody_takes_or_is_shown_a_half_day_where_none_is_wanted() {
		var morning = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY)).getId();
		var afternoon = this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY)).getId();
		assertThat(this.service.wantNobody(this.marciac.getId(), TUESDAY, TUESDAY, DayPart.MORNING, "Tous présents"))
			.isZero();
		var anne = this.scenario.volunteer("Anne", "Abadie");
		var offered = this.open.in(anne, HalfDayWish.all(YearMonth.from(TUESDAY)), 0, 10).getContent();
		assertThat(offered).singleElement().satisfies((day) -> {
			assertThat(day.morning()).isNull();
			assertThat(day.afternoon()).isNotNull();
		});
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.scheduling.take(anne.getId(), List.of(morning)))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(SchedulingRefusedException.Reason.NOT_WANTED));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				update half_day_slot set status = 'TAKEN', volunteer_id = ?, rank = 1, taken_at = now()
				where id = ?""").params(anne.getId(), morning).update()).withMessageContaining("nobody is wanted");
		this.scheduling.take(anne.getId(), List.of(afternoon));
	}

	@Test
	void nothing_is_opened_where_nobody_is_wanted_until_somebody_is_again() {
		this.service.wantNobody(this.marciac.getId(), TUESDAY, TUESDAY.plusDays(3), null, "Fermé pour travaux");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(3))))
			.withMessageContaining("nobody is wanted");
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(4)));
		var said = this.needs.comingNoNeeds(this.marciac.getId()).getFirst();
		assertThat(this.service.wantAgain(this.marciac.getId() + 1, said.id())).as("of another site").isFalse();
		assertThat(this.service.wantAgain(this.marciac.getId(), said.id())).isTrue();
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(3)));
	}

	@Test
	void what_is_taken_stays_and_is_shown_until_somebody_decides() {
		var anne = this.scenario.volunteer("Anne", "Abadie");
		var slot = this.scenario.taken(anne, this.marciac, HalfDay.morningOf(TUESDAY));
		assertThat(this.service.wantNobody(this.marciac.getId(), TUESDAY, TUESDAY, null, "Tous présents")).isOne();
		assertThat(this.wishes.unwantedTaken(this.marciac.getId())).singleElement().satisfies((half) -> {
			assertThat(half.slotId()).isEqualTo(slot.getId());
			assertThat(half.doctor()).isEqualTo("Dr Anne Abadie");
		});
		var bruno = this.scenario.volunteer("Bruno", "Bourdon");
		this.scheduling.handOver(slot.getId(), anne.getId(), bruno.getId());
		this.scheduling.close(slot.getId());
		assertThat(this.wishes.unwantedTaken(this.marciac.getId())).isEmpty();
	}

	@Test
	void a_week_says_what_is_wanted_opened_and_taken() {
		var monday = TUESDAY.minusDays(1);
		this.service.wish(this.marciac.getId(), monday, 3, "Épidémie");
		this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), this.marciac, HalfDay.morningOf(TUESDAY));
		var week = this.wishes.weeks(this.marciac.getId()).get(1);
		assertThat(week).isEqualTo(new WeekNeed(monday, 3, "Épidémie", 2, 1));
		assertThat(week.unmet()).isEqualTo(2);
		assertThat(week.toOpen()).isEqualTo(1);
		assertThatExceptionOfType(SiteRefusedException.class)
			.isThrownBy(() -> this.service.wish(this.marciac.getId(), TUESDAY, 3, null));
		assertThatExceptionOfType(SiteRefusedException.class).isThrownBy(
				() -> this.service.wantNobody(this.marciac.getId(), LocalDate.of(2027, 1, 3), TUESDAY, null, "Hier"));
		this.service.wish(this.marciac.getId(), monday, null, null);
		assertThat(this.wishes.weeks(this.marciac.getId()).get(1).wanted()).isNull();
	}

	@Test
	void of_a_doctor_who_takes_and_a_site_that_wants_nobody_at_the_same_instant_one_knows_of_the_other()
			throws InterruptedException {
		var anne = this.scenario.volunteer("Anne", "Abadie");
		int taken = 0;
		for (int round = 0; round < ROUNDS; round++) {
			var day = TUESDAY.plusMonths(round).withDayOfMonth(14);
			var slot = this.scenario.halfDay(this.marciac, HalfDay.morningOf(day)).getId();
			var outcomes = Race.of(2,
					(number) -> (number == 0) ? this.scheduling.take(anne.getId(), List.of(slot)).size()
							: this.service.wantNobody(this.marciac.getId(), day, day, null, "Tous présents"));
			assertThat(outcomes.get(1).state()).as("the site is always heard").isEqualTo(Future.State.SUCCESS);
			boolean took = outcomes.get(0).state() == Future.State.SUCCESS;
			assertThat(outcomes.get(1).resultNow()).as("round %s", round).isEqualTo(took ? 1 : 0);
			if (!took) {
				assertThat(outcomes.get(0).exceptionNow()).isInstanceOf(SchedulingRefusedException.class);
			}
			taken += took ? 1 : 0;
		}
		assertThat(this.wishes.unwantedTaken(this.marciac.getId())).hasSize(taken);
	}

}
