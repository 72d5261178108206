package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the patients of a half-day to another one of the same site, in the order of their
 * times: each has the first free time that is long enough. A fixed number of queries
 * plans it, however many patients and half-days there are.
 */
@Service
public class HalfDayMoves {

	/** Whoever is moved must have the time to hear of it. */
	private static final Duration NOTICE = Duration.ofHours(24);

	/** No further ahead than patients book by themselves. */
	private static final Period AHEAD = Period.ofDays(60);

	private final Appointments appointments;

	private final HalfDaySlots slots;

	private final BookingService bookings;

	private final MovingService moving;

	private final FairShare share;

	private final Clock clock;

	HalfDayMoves(Appointments appointments, HalfDaySlots slots, BookingService bookings, MovingService moving,
			FairShare share, Clock clock) {
		this.appointments = appointments;
		this.slots = slots;
		this.bookings = bookings;
		this.moving = moving;
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
	 * @return one plan for each coming half-day of the site that has a time for at least
	 * one of them, by day
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
			.map((target) -> plan(visits, target, busy.getOrDefault(target.getId(), List.of()), coming))
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
		var siteId = this.slots.findById(slotId).map((slot) -> slot.getSite().getId()).orElse(-1L);
		var today = LocalDate.now(this.clock);
		var soonest = this.clock.instant().plus(NOTICE);
		return this.slots.takenAt(List.of(siteId), today, today.plus(AHEAD))
			.stream()
			.filter((slot) -> slot.getId() != slotId && slot.begins().isAfter(soonest))
			.toList();
	}

	private MovePlan plan(List<Appointment> visits, HalfDaySlot target, Collection<Busy> busy,
			List<Appointment> coming) {
		var taken = new ArrayList<>(busy);
		var moves = new ArrayList<MovePlan.Move>();
		var left = new ArrayList<Appointment>();
		for (var visit : visits) {
			var moved = moves.stream().map(MovePlan.Move::visit).toList();
			var time = this.share.admits(visit, target, coming, moved) ? firstFree(visit, target, taken)
					: Optional.<ConsultationTime>empty();
			time.ifPresentOrElse((found) -> {
				moves.add(new MovePlan.Move(visit, found));
				taken.add(new Busy(target.getId(), found.startsAt(), found.endsAt()));
			}, () -> left.add(visit));
		}
		return new MovePlan(target, moves, left);
	}

	private Optional<ConsultationTime> firstFree(Appointment visit, HalfDaySlot target, Collection<Busy> taken) {
		var now = this.clock.instant();
		var asker = askerOf(visit);
		var notTheirs = KeptTime.of(target, now)
			.stream()
			.filter((kept) -> !asker.mayHave(kept.whom()))
			.map((kept) -> kept.asBusy(target.getId()));
		var notFree = Stream.concat(taken.stream(), notTheirs).toList();
		return FreeTimes.of(target, notFree, visit.getKind().lengthIn(target), now).stream().findFirst();
	}

	private static Asker askerOf(Appointment visit) {
		return new Asker(Channel.VOLUNTEER, Objects.requireNonNull(visit.getPatient()).regularDoctor());
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
			.hold(move.to().slotId(), move.to().startsAt(), visit.getKind(), askerOf(visit), now.plus(Appointment.HOLD))
			.appointment();
	}

}
