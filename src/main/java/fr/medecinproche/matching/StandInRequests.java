package fr.medecinproche.matching;

import java.time.Instant;
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
