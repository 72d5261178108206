package fr.medecinproche.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The appointments. What a page shows of one (half-day, doctor, site, commune) is fetched
 * with it.
 */
public interface Appointments extends Repository<Appointment, Long> {

	/** Half-day, doctor, site, commune and zone of the appointment. */
	String WITH_PLACE = "join fetch a.slot s left join fetch s.volunteer join fetch s.site site "
			+ "join fetch site.commune join fetch site.zone ";

	Appointment save(Appointment appointment);

	void flush();

	@Query("select a from Appointment a " + WITH_PLACE + "where a.id = :id")
	Optional<Appointment> findById(long id);

	/**
	 * Several appointments.
	 * @param ids their numbers
	 * @return those that exist, by time
	 */
	@Query("select a from Appointment a " + WITH_PLACE + "where a.id in :ids order by a.startsAt, a.id")
	List<Appointment> withPlaces(Collection<Long> ids);

	/**
	 * The visits that were moved, one after the other, to become this one.
	 * @param id an appointment
	 * @return the latest first; empty when it was never moved
	 */
	@Query(nativeQuery = true, value = """
			with recursive former(id, moves) as (
			  select id, 1 from appointment where moved_to = :id
			  union all select a.id, f.moves + 1 from appointment a join former f on a.moved_to = f.id)
			select id from former order by moves""")
	List<Long> formerOf(long id);

	@Query("select a from Appointment a " + WITH_PLACE + "where a.holdHash = :hash")
	Optional<Appointment> findByHold(String hash);

	@Query("select a.id from Appointment a where a.holdHash = :hash")
	Optional<Long> idOfHold(String hash);

	@Query("select a.slot.id from Appointment a where a.id = :id")
	Optional<Long> slotOf(long id);

	@Query("select a from Appointment a " + WITH_PLACE + """
			where a.code = :code and a.patient.birthDate = :birthDate
			and a.status = fr.medecinproche.appointment.AppointmentStatus.BOOKED""")
	Optional<Appointment> findByCode(BookingCode code, LocalDate birthDate);

	@Query("""
			select count(a) > 0 from Appointment a
			where a.code = :code and a.status = fr.medecinproche.appointment.AppointmentStatus.BOOKED""")
	boolean isInUse(BookingCode code);

	/**
	 * The coming visits of everybody born on a day.
	 * @param birthDate the day
	 * @param now the present
	 * @return in no particular order
	 */
	@Query("""
			select a from Appointment a join fetch a.slot where a.patient.birthDate = :birthDate
			and a.status = fr.medecinproche.appointment.AppointmentStatus.BOOKED and a.startsAt > :now""")
	List<Appointment> comingOf(LocalDate birthDate, Instant now);

	/**
	 * The same for people born on several days.
	 * @param birthDates the days
	 * @param now the present
	 * @return in no particular order
	 */
	@Query("""
			select a from Appointment a join fetch a.slot where a.patient.birthDate in :birthDates
			and a.status = fr.medecinproche.appointment.AppointmentStatus.BOOKED and a.startsAt > :now""")
	List<Appointment> comingOfAny(Collection<LocalDate> birthDates, Instant now);

	/**
	 * Makes bookings for one person wait for each other until the end of the transaction.
	 * @param person whatever tells the person from most others
	 * @return always 1
	 */
	@Query(nativeQuery = true, value = "select 1 from pg_advisory_xact_lock(hashtextextended(:person, 0))")
	int lockPerson(String person);

	/**
	 * The spans of half-days that are not free.
	 * @param slotIds half-days
	 * @param now a hold that ended before then counts no more
	 * @return in no particular order
	 */
	@Query("""
			select new fr.medecinproche.appointment.Busy(a.slot.id, a.startsAt, a.endsAt) from Appointment a
			where a.slot.id in :slotIds
			and (a.status in (fr.medecinproche.appointment.AppointmentStatus.BOOKED,
			fr.medecinproche.appointment.AppointmentStatus.HONOURED,
			fr.medecinproche.appointment.AppointmentStatus.ABSENT)
			or (a.status = fr.medecinproche.appointment.AppointmentStatus.HELD and a.heldUntil > :now))""")
	List<Busy> busy(Collection<Long> slotIds, Instant now);

	/**
	 * Frees what the holds that ended still cover in the eyes of the database.
	 * @param slotId a half-day, locked by the caller
	 * @param now the present
	 * @return how many
	 */
	@Modifying(flushAutomatically = true)
	@Query("""
			update Appointment a set a.status = fr.medecinproche.appointment.AppointmentStatus.RELEASED
			where a.slot.id = :slotId and a.status = fr.medecinproche.appointment.AppointmentStatus.HELD
			and a.heldUntil <= :now""")
	int releaseEnded(long slotId, Instant now);

	/**
	 * Who is expected, was seen or missed the visit on a half-day.
	 * @param slotIds half-days
	 * @return by time
	 */
	@Query("""
			select a from Appointment a join fetch a.slot where a.slot.id in :slotIds
			and a.status in (fr.medecinproche.appointment.AppointmentStatus.BOOKED,
			fr.medecinproche.appointment.AppointmentStatus.HONOURED,
			fr.medecinproche.appointment.AppointmentStatus.ABSENT)
			order by a.startsAt, a.id""")
	List<Appointment> dayList(Collection<Long> slotIds);

	/**
	 * Whether the patient of a visit is expected at another time of the same half-day.
	 * @param id the visit
	 * @return false when nobody is known any more
	 */
	@Query(nativeQuery = true, value = """
			select exists (select 1 from appointment a join appointment b on b.half_day = a.half_day and b.id <> a.id
			where a.id = :id and b.status = 'BOOKED' and b.birth_date = a.birth_date and b.name_key = a.name_key
			and (b.phone = a.phone or lower(b.email) = lower(a.email)))""")
	boolean hasAnotherTime(long id);

	/**
	 * Which visits are the first of their patient at the site, as far as is known: who
	 * came is forgotten after some months.
	 * @param slotIds half-days
	 * @return the numbers of these visits
	 */
	@Query(nativeQuery = true, value = """
			select a.id from appointment a join half_day_slot s on s.id = a.slot_id
			where a.slot_id in (:slotIds) and a.birth_date is not null and not exists (
			  select 1 from appointment b join half_day_slot t on t.id = b.slot_id
			  where b.birth_date = a.birth_date and b.name_key = a.name_key and b.starts_at < a.starts_at
			    and t.site_id = s.site_id and b.status in ('BOOKED', 'HONOURED'))""")
	Set<Long> firstVisits(Collection<Long> slotIds);

	@Query("""
			select a from Appointment a where a.slot.id = :slotId
			and a.status in (fr.medecinproche.appointment.AppointmentStatus.BOOKED,
			fr.medecinproche.appointment.AppointmentStatus.HELD) order by a.startsAt""")
	List<Appointment> pendingIn(long slotId);

	/**
	 * The booked visits of some half-days.
	 * @param slotIds half-days
	 * @return by time
	 */
	@Query("""
			select a from Appointment a where a.slot.id in :slotIds
			and a.status = fr.medecinproche.appointment.AppointmentStatus.BOOKED order by a.startsAt, a.id""")
	List<Appointment> bookedIn(Collection<Long> slotIds);

	/**
	 * The times held for the patient of a visit that was called off, or booked by them
	 * since.
	 * @param calledOffId the visit that was called off
	 * @return by time, also those whose hold has ended
	 */
	@Query("select a from Appointment a " + WITH_PLACE + "where a.proposedFor.id = :calledOffId order by a.startsAt")
	List<Appointment> proposedFor(long calledOffId);

	/**
	 * The same for several visits, each with the visit that was called off.
	 * @param calledOffIds the visits that were called off
	 * @return by time
	 */
	@Query("select a from Appointment a join fetch a.proposedFor " + WITH_PLACE
			+ "where a.proposedFor.id in :calledOffIds order by a.startsAt")
	List<Appointment> proposedForAny(Collection<Long> calledOffIds);

	/**
	 * The half-days of these times, to be locked before the times are read.
	 * @param calledOffId the visit that was called off
	 * @return each once
	 */
	@Query("select distinct a.slot.id from Appointment a where a.proposedFor.id = :calledOffId")
	List<Long> slotsProposedFor(long calledOffId);

	/**
	 * How many patients each half-day expects.
	 * @param slotIds half-days
	 * @return only half-days that expect somebody
	 */
	@Query("""
			select new fr.medecinproche.appointment.Expected(a.slot.id, count(a)) from Appointment a
			where a.slot.id in :slotIds and a.status in (fr.medecinproche.appointment.AppointmentStatus.BOOKED,
			fr.medecinproche.appointment.AppointmentStatus.HONOURED,
			fr.medecinproche.appointment.AppointmentStatus.ABSENT)
			group by a.slot.id""")
	List<Expected> expected(Collection<Long> slotIds);

}
