package fr.medecinproche.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The volunteers and their files. Account and commune are fetched with them.
 */
public interface Volunteers extends Repository<Volunteer, Long> {

	Volunteer save(Volunteer volunteer);

	void flush();

	boolean existsByRpps(Rpps rpps);

	@Query("""
			select v from Volunteer v join fetch v.account join fetch v.commune c join fetch c.departement
			where v.id = :id""")
	Optional<Volunteer> findById(long id);

	@Query("select v from Volunteer v join fetch v.account join fetch v.commune where v.account.id = :accountId")
	Optional<Volunteer> findByAccount(long accountId);

	/**
	 * The doctor who asks.
	 * @param me who signed in
	 * @return the doctor, account and commune loaded
	 * @throws NoSuchVolunteerException when the account has no file
	 */
	default Volunteer signedIn(SignedIn me) {
		return findByAccount(me.accountId()).orElseThrow(NoSuchVolunteerException::new);
	}

	@Query("select v.id from Volunteer v where v.account.id = :accountId")
	Optional<Long> idOf(long accountId);

	/**
	 * The volunteer, locked until the end of the transaction: what one volunteer does is
	 * done one thing after another.
	 * @param id a volunteer
	 * @return the volunteer, if there is one
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select v from Volunteer v where v.id = :id")
	Optional<Volunteer> lock(long id);

	/**
	 * Whether a doctor is still expected somewhere. With the volunteer locked the answer
	 * stays true: whoever takes a half-day waits.
	 * @param id a volunteer
	 * @param now the present
	 * @return whether a half-day of theirs has not ended
	 */
	@NativeQuery("""
			select exists (select from half_day_slot h where h.volunteer_id = :id
			and (h.day + h.ends_at) at time zone 'Europe/Paris' > :now)""")
	boolean isExpected(long id, Instant now);

	@Query("select v from Volunteer v where v.account.closedAt < :due")
	List<Volunteer> leftBefore(Instant due);

	/**
	 * Whether half-days of the volunteer prove what is owed to them.
	 * @param id a volunteer
	 * @return true once they have held one
	 */
	@NativeQuery("""
			select exists (select from half_day_slot h where h.volunteer_id = :id)
			or exists (select from indemnity_line l where l.volunteer_id = :id)""")
	boolean isOwed(long id);

}
