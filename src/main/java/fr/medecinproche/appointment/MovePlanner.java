package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;

import org.springframework.stereotype.Component;

/**
 * Finds times on one half-day for visits that have to leave theirs, in the order of their
 * times: each has the first free one that is long enough.
 */
@Component
class MovePlanner {

	/** Whoever is moved must have the time to hear of it. */
	static final Duration NOTICE = Duration.ofHours(24);

	/** No further ahead than patients book by themselves. */
	static final Period AHEAD = Period.ofDays(60);

	private final FairShare share;

	private final Clock clock;

	MovePlanner(FairShare share, Clock clock) {
		this.share = share;
		this.clock = clock;
	}

	/**
	 * What would become of some visits.
	 * @param visits of one half-day, by time
	 * @param target where they would go
	 * @param busy the spans of it that are not free
	 * @param coming from {@link FairShare#comingOf}
	 * @return who would have which time, and who would have none
	 */
	MovePlan plan(List<Appointment> visits, HalfDaySlot target, Collection<Busy> busy, List<Appointment> coming) {
		return plan(visits, target, busy, coming, List.of());
	}

	/**
	 * The same after other visits have found their times.
	 * @param visits of one half-day, by time
	 * @param target where they would go
	 * @param busy the spans of it that are not free, those of the others included
	 * @param coming from {@link FairShare#comingOf}
	 * @param before visits that go to the same half of the same day, wherever
	 * @return who would have which time, and who would have none
	 */
	MovePlan plan(List<Appointment> visits, HalfDaySlot target, Collection<Busy> busy, List<Appointment> coming,
			List<Appointment> before) {
		var taken = new ArrayList<>(busy);
		var moves = new ArrayList<MovePlan.Move>();
		var left = new ArrayList<Appointment>();
		for (var visit : visits) {
			var moved = Stream.concat(before.stream(), moves.stream().map(MovePlan.Move::visit)).toList();
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

	/** As whom a time is held for the patient of a visit. */
	static Asker askerOf(Appointment visit) {
		return new Asker(Channel.VOLUNTEER, Objects.requireNonNull(visit.getPatient()).regularDoctor());
	}

}
