package fr.medecinproche.volunteer;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The volunteers and their files. Account and commune are fetched with them.
 */
public interface Volunteers extends Repository<Volunteer, Long> {

	Volunteer save(Volunteer volunteer);

	boolean existsByRpps(Rpps rpps);

	@Query("select v from Volunteer v join fetch v.account join fetch v.commune where v.id = :id")
	Optional<Volunteer> findById(long id);

	@Query("select v from Volunteer v join fetch v.account join fetch v.commune where v.account.id = :accountId")
	Optional<Volunteer> findByAccount(long accountId);

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
	 * Files for an agent.
	 * @param status only those at this step, null for all
	 * @param departement only doctors who practise in this department, null for all
	 * @param page which page
	 * @return oldest first
	 */
	@Query(value = """
			select v from Volunteer v join fetch v.account join fetch v.commune c
			where (:status is null or v.fileStatus = :status)
			and (:departement is null or c.departement.code = :departement)
			order by v.submittedAt, v.id""", countQuery = """
			select count(v) from Volunteer v
			where (:status is null or v.fileStatus = :status)
			and (:departement is null or v.commune.departement.code = :departement)""")
	Page<Volunteer> files(@Nullable FileStatus status, @Nullable String departement, Pageable page);

}
