package fr.medecinproche.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.territory.GeoPoint.BoundingBox;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Those who wait, and those who did.
 */
public interface WaitingEntries extends Repository<WaitingEntry, Long> {

	/** Whose wait ends by itself. */
	String OVER = "e.endedAt is null"
			+ " and (e.expiresAt <= :now or (e.unanswered >= :patience and e.offeredOn < :today))";

	WaitingEntry save(WaitingEntry entry);

	void flush();

	Optional<WaitingEntry> findById(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from WaitingEntry e where e.id = :id")
	Optional<WaitingEntry> lock(long id);

	/**
	 * Whom bookings and answers of one person wait for each other by.
	 * @param id an entry
	 * @return day of birth and names, as {@code Appointments.lockPerson} takes them;
	 * empty once forgotten
	 */
	@Query("""
			select concat(cast(e.patient.birthDate as String), ' ', e.nameKey) from WaitingEntry e
			where e.id = :id and e.nameKey is not null""")
	Optional<String> personBehind(long id);

	/**
	 * Those who wait under a name, locked until the end of the transaction.
	 * @param birthDate their day of birth
	 * @param nameKey of {@link fr.medecinproche.appointment.Patient#nameKey()}
	 * @return in the order of their identifiers: one person, or people of one name
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select e from WaitingEntry e where e.patient.birthDate = :birthDate and e.nameKey = :nameKey
			and e.endedAt is null order by e.id""")
	List<WaitingEntry> lockWaitingAs(LocalDate birthDate, String nameKey);

	/**
	 * The first in the order whom a time of a half-day may be offered to, locked until
	 * the end of the transaction. Who is being dealt with by another transaction (they
	 * receive another offer, answer one, leave) is passed over, so that nobody waits for
	 * anybody. What decides, the day of the latest offer above all, stands in the locked
	 * row itself: a row changed a moment ago is judged as it is now. Nobody is told of a
	 * half-day on which, or before which, they have a visit, nor of one they have just
	 * given up.
	 * @param half the half-day
	 * @param box no farther than anybody comes
	 * @param fitting kinds of visit, each with the answer about a regular doctor, that
	 * have a time
	 * @param passed those already looked at; not empty
	 * @param patience how many offers one leaves unanswered
	 * @return an identifier, if anybody waits
	 */
	@Query(nativeQuery = true, value = """
			select e.id from waiting_entry e
			where e.ended_at is null and e.expires_at > :#{#half.now()} and e.unanswered < :patience
			and (e.offered_on is null or e.offered_on < :#{#half.today()})
			and e.latitude between :#{#box.south()} and :#{#box.north()}
			and e.longitude between :#{#box.west()} and :#{#box.east()}
			and km_between(e.latitude, e.longitude, :#{#half.latitude()}, :#{#half.longitude()}) <= e.radius_km
			and (e.period is null or e.period = :#{#half.period()})
			and e.kind || ' ' || e.regular_doctor in (:fitting) and e.id not in (:passed)
			and not exists (select from waiting_offer o where o.entry_id = e.id and o.outcome = 'OPEN')
			and not exists (select from appointment a where a.birth_date = e.birth_date and a.name_key = e.name_key
			and (a.phone = e.phone or lower(a.email) = lower(e.email))
			and (a.status = 'BOOKED' and a.starts_at > :#{#half.now()} and a.starts_at < :#{#half.ends()}
			or a.slot_id = :#{#half.slotId()} and a.status in ('CANCELLED', 'MOVED')))
			order by e.joined_at, e.id limit 1
			for update of e skip locked""")
	Optional<Long> lockNext(OfferedHalfDay half, BoundingBox box, Collection<String> fitting, Collection<Long> passed,
			int patience);

	@Modifying(flushAutomatically = true)
	@Query("update WaitingEntry e set e.unanswered = e.unanswered + 1 where e.id = :id")
	void countUnanswered(long id);

	/**
	 * Whose wait ends by itself. Who left their last offer unanswered is told the day
	 * after: one message a day.
	 * @param now the present
	 * @param today its day
	 * @param patience how many offers one leaves unanswered
	 * @return identifiers, in order
	 */
	@Query("select e.id from WaitingEntry e where " + OVER + " order by e.id")
	List<Long> toEnd(Instant now, LocalDate today, int patience);

	/**
	 * One of them, locked.
	 * @param id an entry
	 * @param now the present
	 * @param today its day
	 * @param patience how many offers one leaves unanswered
	 * @return empty when they wait on, or no more
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from WaitingEntry e where e.id = :id and " + OVER)
	Optional<WaitingEntry> lockToEnd(long id, Instant now, LocalDate today, int patience);

}
