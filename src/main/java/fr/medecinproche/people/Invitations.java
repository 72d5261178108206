package fr.medecinproche.people;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All invitations.
 */
interface Invitations extends Repository<Invitation, Long> {

	Invitation saveAndFlush(Invitation invitation);

	Optional<Invitation> findBySecretHash(String secretHash);

	/** One thing after another is done to an invitation. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Invitation i where i.id = :id")
	Optional<Invitation> lock(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Invitation i where i.secretHash = :secretHash")
	Optional<Invitation> lockBySecret(String secretHash);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select i from Invitation i where i.invitedBy = :account and i.acceptedAt is null and i.withdrawnAt is null
			order by i.id""")
	List<Invitation> lockWaitingOf(long account);

}
