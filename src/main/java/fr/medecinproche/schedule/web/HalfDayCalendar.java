package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.HalfDayWish;
import fr.medecinproche.schedule.OpenDay;
import fr.medecinproche.schedule.OpenHalfDays;
import fr.medecinproche.schedule.PublicHolidays;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The same half-days in the weeks of the month: how many there are each day, and the
 * doctor's own.
 */
@Component
class HalfDayCalendar {

	private final OpenHalfDays openHalfDays;

	private final HalfDaySlots slots;

	private final Clock clock;

	HalfDayCalendar(OpenHalfDays openHalfDays, HalfDaySlots slots, Clock clock) {
		this.openHalfDays = openHalfDays;
		this.slots = slots;
		this.clock = clock;
	}

	void addTo(Model model, Volunteer volunteer, HalfDayWish wish) {
		var first = wish.month().atDay(1);
		var next = first.plusMonths(1);
		var whole = new HalfDayWish(wish.month(), null, wish.weekdays(), wish.wholeDays(), wish.place());
		var open = this.openHalfDays.byDay(volunteer, whole);
		var mine = this.slots.of(volunteer.getId(), first, next)
			.stream()
			.collect(Collectors.groupingBy((slot) -> slot.getHalfDay().day()));
		var today = LocalDate.now(this.clock);
		var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		model.addAttribute("anyOpen", !open.isEmpty());
		model.addAttribute("weeks",
				Stream.iterate(monday, (week) -> week.isBefore(next), (week) -> week.plusWeeks(1))
					.map((week) -> week.datesUntil(week.plusWeeks(1))
						.map((day) -> new Cell(day, wish.month().equals(YearMonth.from(day)), open.get(day),
								mine.getOrDefault(day, List.of()), day.equals(today), PublicHolidays.falls(day)))
						.toList())
					.toList());
	}

	/**
	 * One day of the calendar.
	 *
	 * @param day the day
	 * @param inMonth whether it belongs to the month shown
	 * @param open what is open, null when nothing is
	 * @param mine what the doctor has taken
	 * @param today whether it is the present day
	 * @param holiday whether it is a public holiday
	 */
	record Cell(LocalDate day, boolean inMonth, @Nullable OpenDay open, List<HalfDaySlot> mine, boolean today,
			boolean holiday) {

		/**
		 * Whether there is something to read.
		 * @return false for a day a narrow page leaves out
		 */
		public boolean isBare() {
			return this.open == null && this.mine.isEmpty();
		}

	}

}
