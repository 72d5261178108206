package fr.medecinproche.appointment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * What remains to be done after visits. The visit, its doctor and whoever ticked it off
 * are fetched with it.
 */
public interface Continuations extends Repository<Continuation, Long> {

	/** Visit, half-day, site, doctor and who ticked it off. */
	String WITH_VISIT = "join fetch c.appointment a join fetch a.slot s join fetch s.site left join fetch s.volunteer "
			+ "left join fetch c.doneBy ";

	Continuation save(Continuation continuation);

	void delete(Continuation continuation);

	void flush();

	@Query("select c from Continuation c " + WITH_VISIT + "where c.id = :id")
	Optional<Continuation> findById(long id);

	/**
	 * One of them, locked until the end of the transaction.
	 * @param id which
	 * @return empty when it is gone
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Continuation c where c.id = :id")
	Optional<Continuation> lock(long id);

	/**
	 * What was noted of visits.
	 * @param appointmentIds the visits
	 * @return in the order it was noted
	 */
	@Query("select c from Continuation c " + WITH_VISIT + "where a.id in :appointmentIds order by c.id")
	List<Continuation> of(Collection<Long> appointmentIds);

	/**
	 * All that was noted at a site.
	 * @param siteId the site
	 * @param page which part
	 * @return what remains first, by the day it is due
	 */
	@Query(value = "select c from Continuation c " + WITH_VISIT + """
			where s.site.id = :siteId
			order by case when c.doneAt is null then 0 else 1 end, c.due nulls last, a.startsAt, c.id""",
			countQuery = """
					select count(c) from Continuation c where c.appointment.slot.site.id = :siteId""")
	Page<Continuation> at(long siteId, Pageable page);

	/**
	 * What remains for a doctor who comes to a site: what waits for any doctor there, and
	 * what waits for this one.
	 * @param siteId the site
	 * @param volunteerId the doctor
	 * @return by the day it is due
	 */
	@Query("select c from Continuation c " + WITH_VISIT + """
			where s.site.id = :siteId and c.doneAt is null
			and (c.follower = fr.medecinproche.appointment.Follower.SITE_DOCTORS
			or (c.follower = fr.medecinproche.appointment.Follower.SAME_DOCTOR and s.volunteer.id = :volunteerId))
			order by c.due nulls last, a.startsAt, c.id""")
	List<Continuation> waitingFor(long siteId, long volunteerId);

	/**
	 * How much remains to be done at a site.
	 * @param siteId the site
	 * @return a number
	 */
	@Query("select count(c) from Continuation c where c.appointment.slot.site.id = :siteId and c.doneAt is null")
	long remainingAt(long siteId);

}
