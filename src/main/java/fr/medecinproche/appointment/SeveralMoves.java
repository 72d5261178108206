package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the patients of several half-days that close together, each half-day's to one
 * other: at the same place, or at a near one of the zone for those who can be written to.
 * Times found for the patients of one are taken for those of the next. A fixed number of
 * queries plans it.
 */
@Service
public class SeveralMoves {

	/** Patients travel that far instead of waiting for another doctor. */
	private static final double NEAR_KM = 20;

	/**
	 * Half-days looked at for each, the nearest in time of the place and of the others.
	 */
	private static final int LOOKED_AT = 12;

	private static final int OFFERED = 6;

	private final Appointments appointments;

	private final HalfDaySlots slots;

	private final HalfDayMoves moves;

	private final MovePlanner planner;

	private final FairShare share;

	private final Clock clock;

	SeveralMoves(Appointments appointments, HalfDaySlots slots, HalfDayMoves moves, MovePlanner planner,
			FairShare share, Clock clock) {
		this.appointments = appointments;
		this.slots = slots;
		this.moves = moves;
		this.planner = planner;
		this.share = share;
		this.clock = clock;
	}

	/**
	 * What would become of the patients.
	 * @param leaving the half-days that close, their sites and zones loaded
	 * @param chosen where the patients of each go, or {@link MovesOfSeveral#NOWHERE}; the
	 * best choice where nothing is said, or what is said is none
	 * @return the moves; those who find no time have their visit called off
	 */
	@Transactional(readOnly = true)
	public MovesOfSeveral plan(Collection<HalfDaySlot> leaving, Map<Long, Long> chosen) {
		var ids = leaving.stream().map(HalfDaySlot::getId).collect(Collectors.toSet());
		var visits = ids.isEmpty() ? List.<Appointment>of() : this.appointments.bookedIn(ids);
		var search = new Search(targets(leaving, ids), this.share.comingOf(visits), chosen);
		var bySlot = visits.stream().collect(Collectors.groupingBy((visit) -> visit.getSlot().getId()));
		return new MovesOfSeveral(leaving.stream()
			.filter((slot) -> bySlot.containsKey(slot.getId()))
			.sorted(Comparator.comparing(HalfDaySlot::getHalfDay).thenComparing(HalfDaySlot::getId))
			.map((slot) -> search.of(slot, bySlot.get(slot.getId())))
			.toList());
	}

	private List<HalfDaySlot> targets(Collection<HalfDaySlot> leaving, Set<Long> ids) {
		if (leaving.isEmpty()) {
			return List.of();
		}
		var today = LocalDate.now(this.clock);
		var soonest = this.clock.instant().plus(MovePlanner.NOTICE);
		var zones = leaving.stream().map((slot) -> slot.getSite().getZone().getSiren()).collect(Collectors.toSet());
		return this.slots.takenInZones(zones, today, today.plus(MovePlanner.AHEAD))
			.stream()
			.filter((slot) -> !ids.contains(slot.getId()) && slot.begins().isAfter(soonest))
			.toList();
	}

	/**
	 * Moves those who fit. The others stay where they are: the caller closes the
	 * half-days.
	 * @param several made in this transaction, which has locked all half-days in it
	 * @param by whose decision it was
	 * @throws BookingRefusedException when a time cannot be had after all; then nobody is
	 * moved
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void carryOut(MovesOfSeveral several, Canceller by) {
		this.share.lock(several.plans()
			.stream()
			.flatMap((plan) -> plan.moves().stream())
			.map((move) -> Objects.requireNonNull(move.visit().getPatient()))
			.toList());
		several.plans().forEach((plan) -> this.moves.carryOut(plan, by));
	}

	/** One search: what it finds for one half-day is taken for the next. */
	private final class Search {

		private final List<HalfDaySlot> targets;

		private final List<Appointment> coming;

		private final Map<Long, Long> chosen;

		private final Map<Long, List<Busy>> busy;

		private final List<MovePlan> found = new ArrayList<>();

		Search(List<HalfDaySlot> targets, List<Appointment> coming, Map<Long, Long> chosen) {
			this.targets = targets;
			this.coming = coming;
			this.chosen = chosen;
			this.busy = targets.isEmpty() ? new HashMap<>() : SeveralMoves.this.appointments
				.busy(targets.stream().map(HalfDaySlot::getId).toList(), SeveralMoves.this.clock.instant())
				.stream()
				.collect(Collectors.groupingBy(Busy::slotId, HashMap::new, Collectors.toCollection(ArrayList::new)));
		}

		MovesOfSeveral.OfOne of(HalfDaySlot from, List<Appointment> visits) {
			var options = options(from, visits);
			var picked = pick(from, options);
			picked.ifPresent(this::take);
			return new MovesOfSeveral.OfOne(from, picked.orElse(null), shown(options, picked), Affected.of(visits));
		}

		/** The best first: room for most, then the same place, then the nearest day. */
		private List<MovePlan> options(HalfDaySlot from, List<Appointment> visits) {
			return Stream.concat(near(from, true), near(from, false))
				.map((target) -> plan(from, target, visits))
				.filter((plan) -> !plan.moves().isEmpty())
				.sorted(Comparator.comparing((MovePlan plan) -> -plan.moves().size())
					.thenComparing((plan) -> !from.isAtSamePlaceAs(plan.target()))
					.thenComparing((plan) -> daysBetween(from, plan.target()))
					.thenComparing((plan) -> plan.target().getId()))
				.toList();
		}

		private Stream<HalfDaySlot> near(HalfDaySlot from, boolean samePlace) {
			return this.targets.stream()
				.filter((target) -> from.isAtSamePlaceAs(target) == samePlace)
				.filter((target) -> target.getSite().getZone().getSiren().equals(from.getSite().getZone().getSiren())
						&& target.getPosition().distanceTo(from.getPosition()) <= NEAR_KM || samePlace)
				.sorted(Comparator.comparing((target) -> daysBetween(from, target)))
				.limit(LOOKED_AT);
		}

		/** Nobody is sent elsewhere who may not read of it in time. */
		private MovePlan plan(HalfDaySlot from, HalfDaySlot target, List<Appointment> visits) {
			var before = this.found.stream()
				.filter((plan) -> plan.target().getHalfDay().equals(target.getHalfDay()))
				.flatMap((plan) -> plan.moves().stream().map(MovePlan.Move::visit))
				.toList();
			var taken = this.busy.getOrDefault(target.getId(), List.of());
			var going = visits.stream().filter((visit) -> from.isAtSamePlaceAs(target) || isWrittenTo(visit)).toList();
			var plan = SeveralMoves.this.planner.plan(going, target, taken, this.coming, before);
			var moved = new HashSet<>(plan.moves().stream().map(MovePlan.Move::visit).toList());
			return new MovePlan(target, plan.moves(),
					visits.stream().filter((visit) -> !moved.contains(visit)).toList());
		}

		private Optional<MovePlan> pick(HalfDaySlot from, List<MovePlan> options) {
			var wanted = this.chosen.get(from.getId());
			if (wanted != null && wanted == MovesOfSeveral.NOWHERE) {
				return Optional.empty();
			}
			return options.stream()
				.filter((plan) -> wanted != null && plan.target().getId() == wanted)
				.findFirst()
				.or(() -> options.stream().findFirst());
		}

		private void take(MovePlan plan) {
			this.found.add(plan);
			var taken = this.busy.computeIfAbsent(plan.target().getId(), (id) -> new ArrayList<>());
			plan.moves()
				.forEach(
						(move) -> taken.add(new Busy(plan.target().getId(), move.to().startsAt(), move.to().endsAt())));
		}

		private static List<MovePlan> shown(List<MovePlan> options, Optional<MovePlan> picked) {
			return Stream.concat(options.stream().limit(OFFERED), picked.stream()).distinct().toList();
		}

	}

	private static long daysBetween(HalfDaySlot one, HalfDaySlot other) {
		return Math.abs(ChronoUnit.DAYS.between(one.getHalfDay().day(), other.getHalfDay().day()));
	}

	private static boolean isWrittenTo(Appointment visit) {
		return visit.getPatient() != null && visit.getPatient().isReachableInWriting();
	}

}
