package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

class FreeTimesTests {

	private final LocalDate day = LocalDate.of(2027, 1, 12);

	private final HalfDaySlot morning = morningOf(this.day);

	private static HalfDaySlot morningOf(LocalDate day) {
		var site = Mockito.mock(ConsultationSite.class);
		Mockito.when(site.getHours()).thenReturn(ConsultationHours.USUAL);
		var slot = new HalfDaySlot(site, HalfDay.morningOf(day), 1, Clock.systemUTC());
		ReflectionTestUtils.setField(slot, "id", 1L);
		return slot;
	}

	private Instant at(String time) {
		return this.day.atTime(LocalTime.parse(time)).atZone(HalfDay.ZONE).toInstant();
	}

	private Busy busy(String from, String until) {
		return new Busy(1, at(from), at(until));
	}

	private List<String> times(VisitKind kind, String notBefore, Busy... busy) {
		return FreeTimes.of(this.morning, List.of(busy), kind.length(), at(notBefore))
			.stream()
			.map((time) -> time.time().toString())
			.toList();
	}

	@Test
	void fills_an_empty_morning_from_its_beginning() {
		assertThat(times(VisitKind.CONSULTATION, "00:00")).hasSize(10).startsWith("09:00", "09:20").endsWith("12:00");
		assertThat(times(VisitKind.FIRST_VISIT, "00:00")).hasSize(7).endsWith("12:00");
		assertThat(times(VisitKind.RENEWAL, "00:00")).hasSize(14).endsWith("12:15");
	}

	@Test
	void goes_on_where_somebody_elses_visit_ends() {
		assertThat(times(VisitKind.CONSULTATION, "00:00", busy("09:00", "09:30"))).startsWith("09:30", "09:50");
	}

	@Test
	void leaves_out_gaps_that_are_too_short() {
		assertThat(times(VisitKind.FIRST_VISIT, "00:00", busy("09:20", "09:40"), busy("10:05", "12:30"))).isEmpty();
		assertThat(times(VisitKind.RENEWAL, "00:00", busy("09:20", "09:40"), busy("10:05", "12:30")))
			.containsExactly("09:00", "09:40");
	}

	@Test
	void offers_nothing_before_the_earliest_beginning() {
		assertThat(times(VisitKind.CONSULTATION, "11:30")).containsExactly("11:40", "12:00");
		assertThat(times(VisitKind.CONSULTATION, "12:00")).containsExactly("12:00");
	}

	@Test
	void understands_visits_in_any_order() {
		assertThat(times(VisitKind.CONSULTATION, "00:00", busy("11:00", "12:30"), busy("09:00", "10:00")))
			.containsExactly("10:00", "10:20", "10:40");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-03-28", "2027-10-31" })
	void keeps_wall_clock_hours_on_the_days_the_clocks_change(LocalDate day) {
		var slot = morningOf(day);
		var times = FreeTimes.of(slot, List.of(), VisitKind.CONSULTATION.length(), Instant.EPOCH);
		assertThat(times).hasSize(10).first().satisfies((time) -> {
			assertThat(time.time()).isEqualTo(LocalTime.of(9, 0));
			assertThat(time.day()).isEqualTo(day);
		});
	}

}
