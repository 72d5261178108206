package fr.medecinproche.waiting;

import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The links of those who wait.
 */
interface WaitingLinks extends Repository<WaitingLink, String> {

	WaitingLink save(WaitingLink link);

	@Query("select l.entry.id from WaitingLink l where l.secretHash = :hash")
	Optional<Long> entryBehind(String hash);

	@Modifying(flushAutomatically = true)
	@Query("delete from WaitingLink l where l.entry.id = :entryId")
	void deleteOf(long entryId);

}
