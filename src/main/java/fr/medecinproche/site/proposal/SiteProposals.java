package fr.medecinproche.site.proposal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The places that were proposed. Commune, department and zone are fetched with them.
 */
interface SiteProposals extends Repository<SiteProposal, Long> {

	/** What an agent sees of them; a null perimeter is everything. */
	String WITHIN = "(:perimeter is null or :perimeter in (d.code, d.region)) ";

	/** What a page shows of them. */
	String WITH_COMMUNE = "join fetch p.place.commune c join fetch c.departement d left join fetch c.zone ";

	SiteProposal save(SiteProposal proposal);

	void flush();

	@Query("select p from SiteProposal p " + WITH_COMMUNE + "where p.id = :id "
			+ "and p.status <> fr.medecinproche.site.proposal.ProposalStatus.SENT and " + WITHIN)
	Optional<SiteProposal> findById(long id, @Nullable String perimeter);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from SiteProposal p where p.id = :id")
	Optional<SiteProposal> lock(long id);

	@Query("select p from SiteProposal p " + WITH_COMMUNE + "where p.linkHash = :hash")
	Optional<SiteProposal> findByLink(String hash);

	@Query(value = "select p from SiteProposal p " + WITH_COMMUNE + "where p.status in :statuses and " + WITHIN
			+ "order by p.sentAt, p.id",
			countQuery = "select count(p) from SiteProposal p join p.place.commune c join c.departement d "
					+ "where p.status in :statuses and " + WITHIN)
	Page<SiteProposal> within(@Nullable String perimeter, Collection<ProposalStatus> statuses, Pageable page);

	/**
	 * Other proposals of the same commune, decided or not.
	 * @param insee the commune
	 * @param id the proposal that is left out
	 * @return the latest first
	 */
	@Query("""
			select p from SiteProposal p where p.place.commune.insee = :insee and p.id <> :id
			and p.status <> fr.medecinproche.site.proposal.ProposalStatus.SENT order by p.sentAt desc""")
	List<SiteProposal> ofSameCommune(String insee, long id);

	@Query("""
			select p from SiteProposal p where p.place.commune.insee = :insee and p.organisationKey = :key
			and p.proposer.email.value = :email and p.status in (fr.medecinproche.site.proposal.ProposalStatus.SENT,
			fr.medecinproche.site.proposal.ProposalStatus.TO_REVIEW, fr.medecinproche.site.proposal.ProposalStatus.ASKED)""")
	Optional<SiteProposal> underWay(String insee, String key, String email);

	@Query("select count(p) from SiteProposal p where p.proposer.email.value = :email and p.sentAt > :since")
	long sentBy(String email, Instant since);

}
