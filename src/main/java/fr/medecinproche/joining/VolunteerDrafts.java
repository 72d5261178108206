package fr.medecinproche.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The applications that are not sent yet.
 */
interface VolunteerDrafts extends Repository<VolunteerDraft, Long> {

	VolunteerDraft save(VolunteerDraft draft);

	Optional<VolunteerDraft> findById(long id);

	/**
	 * The draft, locked until the end of the transaction: two windows wait for each
	 * other.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from VolunteerDraft d where d.id = :id")
	Optional<VolunteerDraft> lock(long id);

	@Query("""
			select d from VolunteerDraft d where lower(d.identity.email) = :email and d.expiresAt > :now
			order by d.touchedAt desc, d.id desc""")
	List<VolunteerDraft> openFor(String email, Instant now, Limit limit);

	/**
	 * Those left alone for so long that their owner may have forgotten them, and whose
	 * address has no account: who has one has joined in another way. What another node
	 * holds is left to it.
	 */
	@Query(value = """
			select d.id from volunteer_draft d
			where d.sent_at is null and d.reminders < :most and d.expires_at > :now and d.touched_at <= :since
			and (d.reminded_at is null or d.reminded_at <= :since)
			and not exists (select from account a where lower(a.email) = lower(d.email))
			order by d.touched_at limit :page for update skip locked""", nativeQuery = true)
	List<Long> lockForgotten(int most, Instant now, Instant since, int page);

	@Modifying
	@Query("delete from VolunteerDraft d where d.expiresAt <= :now")
	int deleteExpired(Instant now);

	@Modifying
	@Query("delete from VolunteerDraft d where d.id = :id")
	void delete(long id);

}
