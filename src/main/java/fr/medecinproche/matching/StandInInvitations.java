package fr.medecinproche.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The doctors invited to come instead of others. What a page shows of an invitation (the
 * half-day, its site, both doctors) is fetched with it.
 */
public interface StandInInvitations extends Repository<StandInInvitation, Long> {

	/** Search, half-day, site and both doctors. */
	String WHOLE = "select i from StandInInvitation i join fetch i.volunteer v join fetch v.account "
			+ "join fetch i.request r join fetch r.askedBy join fetch r.slot s left join fetch s.volunteer join fetch s.site site "
			+ "join fetch site.commune join fetch site.zone ";

	StandInInvitation save(StandInInvitation invitation);

	void flush();

	@Query(WHOLE + "where i.id = :id")
	Optional<StandInInvitation> findById(long id);

	/**
	 * The invitation a link leads to.
	 * @param hash of the secret in the link
	 * @return empty too when its doctor may no longer sign in: a letter opens no more
	 * than a password
	 */
	@Query("""
			select i.id from StandInInvitation i where i.secretHash = :hash
			and i.volunteer.account.suspendedAt is null and i.volunteer.account.closedAt is null""")
	Optional<Long> idBehind(String hash);

	@Query("select i.id from StandInInvitation i where i.id = :id and i.volunteer.account.id = :accountId")
	Optional<Long> idOfOwn(long id, long accountId);

	/**
	 * What a doctor is asked at present.
	 * @param accountId the doctor's account
	 * @param now the present
	 * @return by half-day, without those declined
	 */
	@Query(WHOLE + """
			where v.account.id = :accountId and i.answer = fr.medecinproche.matching.Answer.OPEN
			and r.outcome = fr.medecinproche.matching.StandInOutcome.OPEN and r.deadline > :now
			order by s.halfDay.day, s.halfDay.period desc, i.id""")
	List<StandInInvitation> waitingFor(long accountId, Instant now);

	@Query("select i from StandInInvitation i join fetch i.volunteer v join fetch v.account where i.request.id = :requestId order by i.id")
	List<StandInInvitation> of(long requestId);

	/**
	 * Where an invitation stands in the database, whatever this transaction has read.
	 * @param id the invitation
	 * @return who is concerned, and what is known
	 */
	@Query("""
			select new fr.medecinproche.matching.Standing(s.id, r.askedBy.id, i.volunteer.id, i.answer, r.outcome,
			r.deadline) from StandInInvitation i join i.request r join r.slot s where i.id = :id""")
	Optional<Standing> standing(long id);

}
