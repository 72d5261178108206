package fr.medecinproche.account;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * All accounts.
 */
public interface Accounts extends JpaRepository<Account, Long> {

	/**
	 * Finds an account by its address, whatever its capitals.
	 * @param email the address
	 * @return the account, if there is one
	 */
	@Query("select a from Account a where lower(a.email.value) = :#{#email.value()}")
	Optional<Account> findByEmail(EmailAddress email);

}
