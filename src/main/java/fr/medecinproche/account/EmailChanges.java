package fr.medecinproche.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The changes of address of the last days.
 */
interface EmailChanges extends Repository<EmailChange, Long> {

	EmailChange saveAndFlush(EmailChange change);

	Optional<EmailChange> findByConfirmHash(String hash);

	Optional<EmailChange> findByStopHash(String hash);

	@Query("select c.accountId from EmailChange c where c.confirmHash = :hash or c.stopHash = :hash")
	Optional<Long> ownerOf(String hash);

	@Query("select c from EmailChange c where c.accountId = :accountId and c.confirmedAt is null and c.stoppedAt is null")
	Optional<EmailChange> waitingOf(long accountId);

	/** The change and those asked for after it. */
	@Query("select c from EmailChange c, EmailChange first where first.stopHash = :stopHash "
			+ "and c.accountId = first.accountId and c.requestedAt >= first.requestedAt")
	List<EmailChange> from(String stopHash);

	@Query("select count(c) from EmailChange c where c.accountId = :accountId and c.requestedAt > :since")
	int countSince(long accountId, Instant since);

}
