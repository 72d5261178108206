package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the patients of a half-day to another one of the same place, in the order of
 * their times: each has the first free time that is long enough. A fixed number of
 * queries plans it, however many patients and half-days there are.
 */
@Service
public class HalfDayMoves {

	private final Appointments appointments;

	private final HalfDaySlots slots;

	private final BookingService bookings;

	private final MovingService moving;

	private final MovePlanner planner;

	private final FairShare share;

	private final Clock clock;

	HalfDayMoves(Appointments appointments, HalfDaySlots slots, BookingService bookings, MovingService moving,
			MovePlanner planner, FairShare share, Clock clock) {
		this.appointments = appointments;
		this.slots = slots;
		this.bookings = bookings;
		this.moving = moving;
		this.planner = planner;
		this.share = share;
		this.clock = clock;
	}

	/**
	 * Whom it touches when the doctor does not come.
	 * @param slotId the half-day
	 * @return the counts
	 */
	@Transactional(readOnly = true)
	public Affected affectedIn(long slotId) {
		return Affected.of(expected(slotId));
	}

	/**
	 * The same for several half-days, with one query.
	 * @param slotIds the half-days
	 * @return the counts by half-day, those nobody is expected on included
	 */
	@Transactional(readOnly = true)
	public Map<Long, Affected> affectedInEach(Collection<Long> slotIds) {
		var visits = slotIds.isEmpty() ? Map.<Long, List<Appointment>>of()
				: this.appointments.bookedIn(slotIds)
					.stream()
					.collect(Collectors.groupingBy((visit) -> visit.getSlot().getId()));
		return slotIds.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(),
					(slotId) -> Affected.of(visits.getOrDefault(slotId, List.of()))));
	}

	/**
	 * Where the patients of a half-day could go.
	 * @param slotId the half-day
	 * @return one plan for each coming half-day of the site, or of the same stop of a
	 * site that travels, that has a time for at least one of them, by day
	 */
	@Transactional(readOnly = true)
	public List<MovePlan> choicesFor(long slotId) {
		var visits = expected(slotId);
		var targets = visits.isEmpty() ? List.<HalfDaySlot>of() : targets(slotId);
		if (targets.isEmpty()) {
			return List.of();
		}
		var busy = this.appointments.busy(targets.stream().map(HalfDaySlot::getId).toList(), this.clock.instant())
			.stream()
			.collect(Collectors.groupingBy(Busy::slotId));
		var coming = this.share.comingOf(visits);
		return targets.stream()
			.map((target) -> this.planner.plan(visits, target, busy.getOrDefault(target.getId(), List.of()), coming))
			.filter((plan) -> !plan.moves().isEmpty())
			.toList();
	}

	/**
	 * What would become of the patients on one half-day. Its lock, and that of the one
	 * they leave, is the caller's where it must stay so.
	 * @param slotId the half-day they leave
	 * @param targetId where they would go
	 * @return empty when there is no time for anybody
	 */
	@Transactional(readOnly = true)
	public Optional<MovePlan> plan(long slotId, long targetId) {
		return choicesFor(slotId).stream().filter((plan) -> plan.target().getId() == targetId).findFirst();
	}

	private List<Appointment> expected(long slotId) {
		return this.appointments.pendingIn(slotId).stream().filter(Appointment::isBooked).toList();
	}

	private List<HalfDaySlot> targets(long slotId) {
		var today = LocalDate.now(this.clock);
		var soonest = this.clock.instant().plus(MovePlanner.NOTICE);
		return this.slots.findById(slotId)
			.stream()
			.flatMap((from) -> this.slots.takenAt(List.of(from.getSite().getId()), today, today.plus(MovePlanner.AHEAD))
				.stream()
				.filter((slot) -> slot.getId() != slotId && slot.isAtSamePlaceAs(from)))
			.filter((slot) -> slot.begins().isAfter(soonest))
			.toList();
	}

	/**
	 * Moves those who fit. The others stay where they are: the caller gives the half-day
	 * back.
	 * @param plan made in this transaction, which has locked both half-days
	 * @param by whose decision it was
	 * @throws BookingRefusedException when a time cannot be had after all; then nobody is
	 * moved
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void carryOut(MovePlan plan, Canceller by) {
		this.share
			.lock(plan.moves().stream().map((move) -> Objects.requireNonNull(move.visit().getPatient())).toList());
		var held = plan.moves()
			.stream()
			.collect(Collectors.toMap(Function.identity(), (move) -> hold(move, this.clock.instant()).getId()));
		plan.moves().forEach((move) -> this.moving.moveAway(move.visit().getId(), held.get(move), by));
	}

	private Appointment hold(MovePlan.Move move, Instant now) {
		var visit = move.visit();
		return this.bookings
			.hold(move.to().slotId(), move.to().startsAt(), visit.getKind(), MovePlanner.askerOf(visit),
					now.plus(Appointment.HOLD))
			.appointment();
	}

}
