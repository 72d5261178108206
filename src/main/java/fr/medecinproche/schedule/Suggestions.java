package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import fr.medecinproche.schedule.Suggestion.Reason;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Picks a few open days for a doctor: one at each place, the one most speaks for. What
 * speaks for it is shown; there is no hidden score.
 */
@Component
@Transactional(readOnly = true)
public class Suggestions {

	/** Places looked at, the nearest first. */
	private static final int PLACES = 12;

	private final OpenHalfDays openHalfDays;

	private final HalfDaySlots slots;

	private final JdbcClient jdbc;

	private final Clock clock;

	Suggestions(OpenHalfDays openHalfDays, HalfDaySlots slots, JdbcClient jdbc, Clock clock) {
		this.openHalfDays = openHalfDays;
		this.slots = slots;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A few days to choose from.
	 * @param volunteer whose commune is loaded
	 * @param months the calendar months in which something may still be taken
	 * @param howMany how many at most
	 * @return those most speaks for first, then the nearest
	 */
	public List<Suggestion> forDoctor(Volunteer volunteer, Collection<YearMonth> months, int howMany) {
		var openings = this.openHalfDays.around(volunteer, months, PLACES)
			.stream()
			.filter((opening) -> volunteer.getAvailability().reaches(opening.km()))
			.toList();
		if (openings.isEmpty()) {
			return List.of();
		}
		var judge = judge(volunteer, openings);
		var seen = new HashSet<Long>();
		var chosen = openings.stream()
			.sorted(Comparator.comparing((Opening opening) -> -judge.reasons(opening).size())
				.thenComparing(Opening::km)
				.thenComparing(Opening::day))
			.filter((opening) -> seen.add(opening.siteId()))
			.limit(howMany)
			.toList();
		return this.openHalfDays.offered(chosen)
			.stream()
			.map((offer) -> new Suggestion(offer, judge.reasons(Opening.of(offer))))
			.toList();
	}

	private Judge judge(Volunteer volunteer, List<Opening> openings) {
		var today = LocalDate.now(this.clock);
		var earlier = this.slots.of(volunteer.getId(), today.minusYears(1), today);
		var last = earlier.isEmpty() ? null : earlier.getLast().getSite().getId();
		double nearest = openings.stream().mapToDouble(Opening::km).min().orElseThrow();
		return new Judge(volunteer.getAvailability(), nearest, last, covered(openings));
	}

	/** Places whose zone has a doctor in a month. */
	private Set<Covered> covered(List<Opening> openings) {
		return new HashSet<>(this.jdbc.sql("""
				select distinct s.id as site_id, t.month from consultation_site s
				join consultation_site near on near.zone = s.zone
				join half_day_slot t on t.site_id = near.id and t.status = 'TAKEN'
				where s.id = any (cast(:sites as bigint[])) and t.day >= :first and t.day < :next""")
			.param("sites", openings.stream().map(Opening::siteId).distinct().toArray(Long[]::new))
			.param("first", openings.getFirst().day().withDayOfMonth(1))
			.param("next", openings.getLast().day().withDayOfMonth(1).plusMonths(1))
			.query(Covered.class)
			.list());
	}

	private record Covered(long siteId, LocalDate month) {
	}

	private record Judge(Availability said, double nearest, @Nullable Long last, Set<Covered> covered) {

		Set<Reason> reasons(Opening opening) {
			var reasons = EnumSet.noneOf(Reason.class);
			add(reasons, Reason.NEAREST, () -> opening.km() <= this.nearest);
			add(reasons, Reason.SAME_PLACE, () -> Long.valueOf(opening.siteId()).equals(this.last));
			add(reasons, Reason.WHOLE_DAY, opening::isWhole);
			add(reasons, Reason.YOUR_DAYS, () -> this.said.prefersDays() && suits(opening));
			add(reasons, Reason.NOBODY_PLANNED,
					() -> !this.covered.contains(new Covered(opening.siteId(), opening.day().withDayOfMonth(1))));
			return reasons;
		}

		private boolean suits(Opening opening) {
			var weekday = opening.day().getDayOfWeek();
			return (opening.morning() == null || this.said.suits(weekday, true))
					&& (opening.afternoon() == null || this.said.suits(weekday, false));
		}

		private static void add(Set<Reason> reasons, Reason reason, BooleanSupplier holds) {
			if (holds.getAsBoolean()) {
				reasons.add(reason);
			}
		}

	}

}
