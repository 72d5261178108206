package fr.medecinproche.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The searches for stand-ins.
 */
public interface StandInRequests extends Repository<StandInRequest, Long> {

	StandInRequest save(StandInRequest request);

	void flush();

	@Query("select r from StandInRequest r join fetch r.slot s join fetch s.site site join fetch site.commune "
			+ "join fetch r.askedBy doctor join fetch doctor.account left join fetch r.standIn where r.id = :id")
	Optional<StandInRequest> findById(long id);

	/**
	 * The search under way on a half-day.
	 * @param slotId the half-day
	 * @return empty when there is none, or it has ended
	 */
	@Query("""
			select r from StandInRequest r join fetch r.askedBy where r.slot.id = :slotId
			and r.outcome = fr.medecinproche.matching.StandInOutcome.OPEN""")
	Optional<StandInRequest> openFor(long slotId);

	/**
	 * The searches of a doctor that came to nothing, after which they are to choose again
	 * and have not.
	 * @param accountId the doctor's account
	 * @param today the first day that counts
	 * @return by half-day
	 */
	@Query("""
			select r from StandInRequest r join fetch r.slot s join fetch s.site
			where r.askedBy.account.id = :accountId and s.volunteer = r.askedBy and s.halfDay.day >= :today
			and r.outcome = fr.medecinproche.matching.StandInOutcome.UNANSWERED
			and not exists (select 1 from StandInRequest later where later.slot = s and later.id > r.id)
			order by s.halfDay.day, s.halfDay.period desc""")
	List<StandInRequest> toChooseAgain(long accountId, LocalDate today);

	/**
	 * The half-days whose search has something to do.
	 * @param now the present
	 * @return the longest overdue first
	 */
	@Query("""
			select r.slot.id from StandInRequest r where r.lookAt <= :now
			and r.outcome = fr.medecinproche.matching.StandInOutcome.OPEN order by r.lookAt, r.id""")
	List<Long> due(Instant now);

	/**
	 * Forgets searches that ended long ago, and who was invited.
	 * @param before when they ended at the latest
	 * @return how many
	 */
	@Modifying
	@Query("delete from StandInRequest r where r.endedAt < :before")
	int forgetEndedBefore(Instant before);

}
