package fr.medecinproche.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The times offered to those who wait. Half-day, doctor, site and commune are fetched
 * with an offer.
 */
public interface WaitingOffers extends Repository<WaitingOffer, Long> {

	/** Who was offered it, half-day, doctor, site and commune. */
	String WHOLE = "select o from WaitingOffer o join fetch o.entry join fetch o.slot s left join fetch s.volunteer "
			+ "join fetch s.site site join fetch site.commune join fetch site.zone ";

	WaitingOffer save(WaitingOffer offer);

	void flush();

	@Query(WHOLE + "where o.id = :id")
	Optional<WaitingOffer> findById(long id);

	@Query(WHOLE + "where o.entry.id = :entryId order by o.id desc")
	List<WaitingOffer> latestOf(long entryId, Limit limit);

	@Query("select o.slot.id from WaitingOffer o where o.id = :id and o.entry.id = :entryId")
	Optional<Long> slotOf(long id, long entryId);

	@Query("""
			select o.id from WaitingOffer o where o.entry.id = :entryId
			and o.outcome = fr.medecinproche.waiting.OfferOutcome.OPEN""")
	Optional<Long> openOf(long entryId);

	@Query("""
			select o from WaitingOffer o where o.slot.id = :slotId
			and o.outcome = fr.medecinproche.waiting.OfferOutcome.OPEN order by o.id""")
	List<WaitingOffer> openIn(long slotId);

	@Query("select o.startsAt from WaitingOffer o where o.entry.id = :entryId and o.slot.id = :slotId")
	Set<Instant> offeredTo(long entryId, long slotId);

}
