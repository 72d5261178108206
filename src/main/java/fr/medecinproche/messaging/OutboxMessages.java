package fr.medecinproche.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The messages of the outbox.
 */
public interface OutboxMessages extends Repository<OutboxMessage, Long> {

	/**
	 * One message.
	 * @param id its number
	 * @return the message, or empty
	 */
	Optional<OutboxMessage> findById(long id);

	/**
	 * All messages, the newest first.
	 * @param page which ones
	 * @return a page of them
	 */
	Page<OutboxMessage> findAllByOrderByIdDesc(Pageable page);

	/**
	 * How many messages of each channel are in each state.
	 * @param since when the count starts
	 * @return the channels and states there are messages in
	 */
	@Query("""
			select new fr.medecinproche.messaging.MessageCount(m.channel, m.status, count(m)) from OutboxMessage m
			where m.createdAt >= :since group by m.channel, m.status order by m.channel, m.status""")
	List<MessageCount> countsSince(Instant since);

	/**
	 * The message to send next, locked; those another transaction holds are skipped.
	 * @param now the present
	 * @param channels the channels to send by; calls are none of them
	 * @param night whether what leaves by day only has to wait
	 * @return the one due for the longest time
	 */
	@Query(nativeQuery = true, value = """
			select * from outbox_message where status = 'PENDING' and channel <> 'CALL' and channel in (:channels)
			and next_attempt_at <= :now and not_after > :now and not (by_day and :night)
			order by next_attempt_at limit 1 for update skip locked""")
	Optional<OutboxMessage> lockNextDue(Instant now, Collection<String> channels, boolean night);

	/**
	 * One message, locked.
	 * @param id its number
	 * @return the message, or empty
	 */
	@Query(nativeQuery = true, value = "select * from outbox_message where id = :id for update")
	Optional<OutboxMessage> lock(long id);

	/**
	 * Settles what is of no use any more, but what a node is sending right now.
	 * @param now the present
	 * @return how many
	 */
	@Modifying
	@Query("""
			update OutboxMessage m set m.status = fr.medecinproche.messaging.MessageStatus.EXPIRED, m.settledAt = :now
			where m.status = fr.medecinproche.messaging.MessageStatus.PENDING
			  and m.nextAttemptAt <= :now and m.notAfter <= :now""")
	int expire(Instant now);

	/**
	 * Forgets what settled messages said, but those that failed and may be tried again.
	 * @param before when they were settled at the latest
	 * @param now the present
	 * @return how many
	 */
	@Modifying
	@Query("""
			update OutboxMessage m set m.bodyText = null, m.bodyHtml = null, m.calendar = null, m.unsubscribe = null
			where m.settledAt <= :before and m.bodyText is not null
			  and (m.status <> fr.medecinproche.messaging.MessageStatus.FAILED or m.notAfter <= :now)""")
	int forgetBodies(Instant before, Instant now);

	/**
	 * Forgets to whom settled messages went.
	 * @param before when they were settled at the latest
	 * @return how many
	 */
	@Modifying
	@Query("""
			update OutboxMessage m set m.recipient = null, m.subject = null
			where m.settledAt <= :before and m.recipient is not null""")
	int forgetRecipients(Instant before);

}
