package fr.medecinproche.account;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The second factors that are on.
 */
interface SecondFactors extends Repository<SecondFactor, Long> {

	SecondFactor saveAndFlush(SecondFactor factor);

	void delete(SecondFactor factor);

	Optional<SecondFactor> findById(long accountId);

	/** One code at a time, or one code would serve twice. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select f from SecondFactor f where f.accountId = :accountId")
	Optional<SecondFactor> lock(long accountId);

}
