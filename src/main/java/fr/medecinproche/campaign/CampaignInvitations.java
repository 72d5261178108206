package fr.medecinproche.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Who is called. What a page or a letter shows of it (the call, its zone, the doctor) is
 * fetched with it.
 */
public interface CampaignInvitations extends Repository<CampaignInvitation, Long> {

	/** The call, its zone, and the doctor. */
	String WHOLE = "select i from CampaignInvitation i join fetch i.campaign c join fetch c.zone "
			+ "left join fetch i.volunteer v left join fetch v.account left join fetch v.commune ";

	void flush();

	@Query(WHOLE + "where i.id = :id")
	Optional<CampaignInvitation> findById(long id);

	@Query(WHOLE + "where i.id in :ids order by i.km nulls last, i.id")
	List<CampaignInvitation> findByIdIn(Collection<Long> ids);

	/**
	 * The invitation a link leads to.
	 * @param hash of the secret in the link
	 * @return empty too when its doctor may no longer sign in: a letter opens no more
	 * than a password
	 */
	@Query("""
			select i.id from CampaignInvitation i left join i.volunteer v left join v.account a
			where i.secretHash = :hash and (v is null or (a.suspendedAt is null and a.closedAt is null))""")
	Optional<Long> idBehind(String hash);

	@Query("""
			select i.id from CampaignInvitation i where i.id = :id and i.volunteer.account.id = :accountId
			and i.writtenAt is not null""")
	Optional<Long> idOfOwn(long id, long accountId);

	/**
	 * What a doctor is asked at present, and has not answered: or has, before they might
	 * take half-days, and may by now.
	 * @param volunteerId the doctor
	 * @return the latest first
	 */
	@Query(WHOLE + """
			where v.id = :volunteerId and i.writtenAt is not null
			and (i.answer = fr.medecinproche.campaign.CallAnswer.OPEN
			  or (i.answer = fr.medecinproche.campaign.CallAnswer.INTERESTED
			    and v.file.status = fr.medecinproche.volunteer.FileStatus.ACTIVE))
			and c.status = fr.medecinproche.campaign.CampaignStatus.RUNNING order by i.id desc""")
	List<CampaignInvitation> waitingFor(long volunteerId);

	/**
	 * The calls a doctor got.
	 * @param volunteerId the doctor
	 * @return the latest first
	 */
	@Query(WHOLE + "where v.id = :volunteerId and i.writtenAt is not null order by i.id desc limit 20")
	List<CampaignInvitation> latestOf(long volunteerId);

	/**
	 * Where an invitation stands in the database, whatever this transaction has read.
	 * @param id the invitation
	 * @return what an answer needs
	 */
	@Query("""
			select new fr.medecinproche.campaign.Standing(c.id, c.wanted, c.status, c.span, v.id, v.file.status, i.answer)
			from CampaignInvitation i join i.campaign c left join i.volunteer v where i.id = :id""")
	Optional<Standing> standing(long id);

}
