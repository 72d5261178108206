package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The months of a site: who comes when, what nobody has taken yet, and why other days
 * have nothing.
 */
@Component
public class SiteCalendar {

	private final HalfDaySlots slots;

	private final SiteDays siteDays;

	SiteCalendar(HalfDaySlots slots, SiteDays siteDays) {
		this.slots = slots;
		this.siteDays = siteDays;
	}

	/**
	 * A month in weeks, Mondays first.
	 * @param siteId the site
	 * @param month the month
	 * @return whole weeks; days of other months have nothing
	 */
	@Transactional(readOnly = true)
	public List<List<Day>> weeks(long siteId, YearMonth month) {
		var first = month.atDay(1);
		var next = first.plusMonths(1);
		var halfDays = this.slots.at(siteId, first, next)
			.stream()
			.filter((slot) -> slot.getStatus() != SlotStatus.CLOSED)
			.collect(Collectors.groupingBy((slot) -> slot.getHalfDay().day()));
		var shut = this.siteDays.shut(List.of(siteId), first, month.atEndOfMonth()).get(siteId);
		var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		return Stream.iterate(monday, (week) -> week.isBefore(next), (week) -> week.plusWeeks(1))
			.map((week) -> week.datesUntil(week.plusWeeks(1))
				.map((day) -> new Day(day, YearMonth.from(day).equals(month), PublicHolidays.falls(day),
						halfDays.getOrDefault(day, List.of()),
						Stream.of(shut.get(HalfDay.morningOf(day)), shut.get(HalfDay.afternoonOf(day)))
							.filter(Objects::nonNull)
							.collect(Collectors.toSet())))
				.toList())
			.toList();
	}

	/**
	 * One day.
	 *
	 * @param day the day
	 * @param inMonth whether it belongs to the month shown
	 * @param holiday whether it is a public holiday
	 * @param halfDays those that are not closed, mornings first
	 * @param shut why nothing can be opened, on one half of it at least
	 */
	public record Day(LocalDate day, boolean inMonth, boolean holiday, List<HalfDaySlot> halfDays,
			Set<OpeningFate> shut) {

		public Day {
			halfDays = List.copyOf(halfDays);
			shut = Set.copyOf(shut);
		}

		/** Whether there is nothing to say of it. */
		public boolean isBare() {
			return this.halfDays.isEmpty() && this.shut.isEmpty();
		}

		/** How many half-days a doctor has taken. */
		public long taken() {
			return this.halfDays.stream().filter((slot) -> slot.getStatus() == SlotStatus.TAKEN).count();
		}

	}

}
