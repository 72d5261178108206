package fr.medecinproche.account;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/**
 * All accounts.
 */
public interface Accounts extends JpaRepository<Account, Long> {

	/**
	 * Finds an account by its address, whatever its capitals.
	 * @param email the address
	 * @return the account, if there is one that is not closed
	 */
	@Query("select a from Account a where lower(a.email.value) = :#{#email.value()} and a.closedAt is null")
	Optional<Account> findByEmail(EmailAddress email);

	/**
	 * The account, locked until the end of the transaction: what is done to one account
	 * is done one thing after another.
	 * @param id an account
	 * @return the account, unless it is closed
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.id = :id and a.closedAt is null")
	Optional<Account> lock(long id);

	/**
	 * Everybody who may act in a role, locked until the end of the transaction.
	 * @param role the role
	 * @return those whose account is neither closed nor suspended, and whose address is
	 * confirmed
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.role = :role and a.closedAt is null and a.suspendedAt is null "
			+ "and a.emailConfirmedAt is not null order by a.id")
	List<Account> lockAll(Role role);

}
