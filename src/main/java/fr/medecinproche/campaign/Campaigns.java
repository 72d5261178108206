package fr.medecinproche.campaign;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/**
 * The calls for solidarity.
 */
public interface Campaigns extends Repository<Campaign, Long> {

	Campaign save(Campaign campaign);

	void delete(Campaign campaign);

	void flush();

	/**
	 * A call with its zone, if an agent may see it.
	 * @param id the call
	 * @param perimeter what the agent sees, null for everything
	 * @return the call, when its zone touches the perimeter
	 */
	@Query("""
			select c from Campaign c join fetch c.zone z where c.id = :id
			and (:perimeter is null or exists (select 1 from z.departements d where :perimeter in (d.code, d.region)))""")
	Optional<Campaign> seenFrom(long id, @Nullable String perimeter);

	/**
	 * Whoever sends a draft, changes it or throws it away does so alone. Whoever takes
	 * half-days locks the draft itself, and does not wait for them.
	 * @param id a call
	 * @return of no meaning
	 */
	@NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('medecin-proche.campaign:' || :id, 0))")
	int waitForTurn(long id);

	@NativeQuery("select c.* from campaign c where c.id = :id for key share")
	Optional<Campaign> keep(long id);

	/**
	 * A call that nobody else sends, changes or throws away, and that is not deleted,
	 * until the end of the transaction.
	 * @param id the call
	 * @return the call, not locked
	 * @throws CampaignRefusedException when somebody has thrown its draft away meanwhile
	 */
	default Campaign alone(long id) {
		waitForTurn(id);
		return keep(id).orElseThrow(() -> new CampaignRefusedException(Reason.GONE));
	}

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Campaign c where c.id = :id")
	Optional<Campaign> lock(long id);

	/**
	 * The same, without waiting for whoever has it.
	 * @param id a call
	 * @return empty when another transaction has locked it
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
	@Query("select c from Campaign c where c.id = :id")
	Optional<Campaign> lockUnlessBusy(long id);

	/**
	 * The same, when it is to be there.
	 * @param id a call
	 * @return the call, locked
	 * @throws CampaignRefusedException when somebody has thrown its draft away meanwhile
	 */
	default Campaign locked(long id) {
		return lock(id).orElseThrow(() -> new CampaignRefusedException(Reason.GONE));
	}

	/**
	 * The calls some half-days may count for, locked. Drafts are among them: whoever
	 * takes a half-day while a call begins waits for it, and counts.
	 * @param slotIds the half-days
	 * @return those that have not ended, in order
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select c from Campaign c where c.status in (fr.medecinproche.campaign.CampaignStatus.DRAFT,
			  fr.medecinproche.campaign.CampaignStatus.RUNNING)
			and exists (select 1 from HalfDaySlot h where h.id in :slotIds and h.site.zone = c.zone
			  and h.halfDay.day between c.span.firstDay and c.span.lastDay) order by c.id""")
	List<Campaign> lockBeforeEnd(Collection<Long> slotIds);

	/**
	 * The call that goes on where another was met.
	 * @param id a call whose need was met
	 * @return the number of the one that resumes it, if there is one
	 */
	@Query("select c.id from Campaign c where c.resumes = :id")
	Optional<Long> resuming(long id);

	@Query("select c.status from Campaign c where c.id = :id")
	CampaignStatus statusOf(long id);

	/**
	 * The calls that have something to do.
	 * @param now the present
	 * @return the longest overdue first
	 */
	@Query("""
			select c.id from Campaign c where c.lookAt <= :now
			and c.status = fr.medecinproche.campaign.CampaignStatus.RUNNING order by c.lookAt, c.id""")
	List<Long> due(Instant now);

}
