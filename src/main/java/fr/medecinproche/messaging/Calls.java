package fr.medecinproche.messaging;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The messages people carry.
 */
public interface Calls extends Repository<OutboxMessage, Long> {

	/** A call somebody still has to make. */
	String TO_MAKE = " m.channel = fr.medecinproche.messaging.Channel.CALL"
			+ " and m.status = fr.medecinproche.messaging.MessageStatus.PENDING and m.notAfter > :now ";

	/**
	 * The calls a site has to make.
	 * @param siteId the site
	 * @param now the present
	 * @param page which ones
	 * @return the most urgent first
	 */
	@Query(value = "select new fr.medecinproche.messaging.CallToMake(m, a) from OutboxMessage m"
			+ " left join Appointment a on a.id = m.appointmentId where m.siteId = :siteId and" + TO_MAKE
			+ "order by m.notAfter, m.id",
			countQuery = "select count(m) from OutboxMessage m where m.siteId = :siteId and" + TO_MAKE)
	Page<CallToMake> toMake(long siteId, Instant now, Pageable page);

	/**
	 * How many calls a host has to make.
	 * @param accountId the host's account
	 * @param now the present
	 * @return 0 for whoever serves no site
	 */
	@Query("select count(m) from OutboxMessage m, SiteHost h where h.accountId = :accountId"
			+ " and m.siteId = h.site.id and" + TO_MAKE)
	long toMakeBy(long accountId, Instant now);

	/**
	 * What a call of a site is about.
	 * @param id its number
	 * @param siteId the site
	 * @return the number of an appointment, or empty
	 */
	@Query("select m.appointmentId from OutboxMessage m where m.id = :id and m.siteId = :siteId"
			+ " and m.channel = fr.medecinproche.messaging.Channel.CALL")
	Optional<Long> appointmentOf(long id, long siteId);

	/**
	 * A call of a site, locked.
	 * @param id its number
	 * @param siteId the site
	 * @return the call, made or not, or empty
	 */
	@Query(nativeQuery = true,
			value = "select * from outbox_message where id = :id and site_id = :siteId and channel = 'CALL' for update")
	Optional<OutboxMessage> lock(long id, long siteId);

}
