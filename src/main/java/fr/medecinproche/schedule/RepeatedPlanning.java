package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.RepeatedPlan.Date;
import fr.medecinproche.schedule.RepeatedPlan.Fate;
import fr.medecinproche.site.ConsultationSite;

/**
 * Judges the dates of a repeated day one after another, counting the cap of each month as
 * it goes.
 */
final class RepeatedPlanning {

	private final long volunteerId;

	private final ConsultationSite site;

	private final Map<HalfDay, List<HalfDaySlot>> atSite;

	private final Map<HalfDay, HalfDaySlot> mine;

	private final Map<YearMonth, Integer> left;

	private final Clock clock;

	/**
	 * Takes stock.
	 * @param volunteerId who wants to come
	 * @param site where
	 * @param atSite the half-days of the site on the days of the repetition
	 * @param mine the doctor's half-days, wherever, in the months of the repetition
	 * @param clock tells what has begun
	 */
	RepeatedPlanning(long volunteerId, ConsultationSite site, Collection<HalfDaySlot> atSite,
			Collection<HalfDaySlot> mine, Clock clock) {
		this.volunteerId = volunteerId;
		this.site = site;
		this.atSite = atSite.stream().collect(Collectors.groupingBy(HalfDaySlot::getHalfDay));
		this.mine = mine.stream().collect(Collectors.toMap(HalfDaySlot::getHalfDay, Function.identity()));
		this.left = new HashMap<>();
		mine.forEach(
				(slot) -> this.left.merge(slot.getMonth(), MonthlyCap.HALF_DAYS - 1, (before, first) -> before - 1));
		this.clock = clock;
	}

	RepeatedPlan of(List<LocalDate> days, Extent extent) {
		var dates = days.stream().map((day) -> judge(day, extent)).toList();
		dates.forEach((date) -> this.left.putIfAbsent(YearMonth.from(date.day()), MonthlyCap.HALF_DAYS));
		return new RepeatedPlan(this.site, dates, this.left);
	}

	private Date judge(LocalDate day, Extent extent) {
		var wanted = extent.periods()
			.stream()
			.map((period) -> new HalfDay(day, period))
			.filter((half) -> !isMineHere(half))
			.toList();
		if (wanted.isEmpty()) {
			return refused(day, Fate.MINE);
		}
		if (wanted.stream().anyMatch(this.mine::containsKey)) {
			return refused(day, Fate.ELSEWHERE);
		}
		var open = new ArrayList<Long>();
		wanted.forEach((half) -> firstOpen(half).ifPresent((slot) -> open.add(slot.getId())));
		if (open.size() < wanted.size()) {
			return refused(day, open.isEmpty() ? whyNotOpen(wanted) : Fate.ONLY_HALF);
		}
		return withinCap(day, open);
	}

	private Date withinCap(LocalDate day, List<Long> open) {
		int room = this.left.getOrDefault(YearMonth.from(day), MonthlyCap.HALF_DAYS);
		if (open.size() > room) {
			return refused(day, Fate.CAP_REACHED);
		}
		this.left.put(YearMonth.from(day), room - open.size());
		return new Date(day, Fate.TO_TAKE, List.copyOf(open));
	}

	private boolean isMineHere(HalfDay half) {
		return this.atSite.getOrDefault(half, List.of()).stream().anyMatch((slot) -> slot.isTakenBy(this.volunteerId));
	}

	private Optional<HalfDaySlot> firstOpen(HalfDay half) {
		return this.atSite.getOrDefault(half, List.of())
			.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.OPEN && !slot.hasBegun(this.clock))
			.findFirst();
	}

	private Fate whyNotOpen(List<HalfDay> wanted) {
		var known = wanted.stream().flatMap((half) -> this.atSite.getOrDefault(half, List.of()).stream()).toList();
		if (any(known, (slot) -> slot.hasBegun(this.clock))) {
			return Fate.TOO_LATE;
		}
		if (any(known, (slot) -> slot.getStatus() == SlotStatus.TAKEN)) {
			return Fate.ANOTHER_DOCTOR;
		}
		if (!known.isEmpty()) {
			return Fate.CLOSED;
		}
		return PublicHolidays.falls(wanted.getFirst().day()) ? Fate.HOLIDAY : Fate.NOT_OPENED;
	}

	private static boolean any(List<HalfDaySlot> slots, Predicate<HalfDaySlot> of) {
		return slots.stream().anyMatch(of);
	}

	private static Date refused(LocalDate day, Fate fate) {
		return new Date(day, fate, List.of());
	}

}
