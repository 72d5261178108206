package fr.medecinproche.messaging;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages wait. What happened and the message about it are written in one
 * transaction: both stay, or neither.
 */
@Component
class Outbox {

	private final JdbcClient jdbc;

	private final Clock clock;

	Outbox(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Puts a letter in the outbox, within the transaction of what it tells.
	 * @param letter what to send
	 * @return whether it is new: a letter with the same key is sent once
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean enqueue(Letter letter) {
		var now = this.clock.instant();
		return this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, recipient, subject, body_text, body_html, calendar,
					  appointment_id, site_id, by_day, unsubscribe, status, next_attempt_at, not_after, created_at)
					values (:key, :channel, :recipient, :subject, :text, :html, :calendar, :appointment, :site, :byDay, :unsubscribe,
					  'PENDING', :now, :notAfter, :now)
					on conflict (dedup_key) do nothing
					""")
			.param("key", letter.dedupKey())
			.param("channel", letter.channel().name())
			.param("recipient", letter.recipient())
			.param("subject", letter.subject(), Types.VARCHAR)
			.param("text", letter.text())
			.param("html", letter.html(), Types.VARCHAR)
			.param("calendar", letter.calendar(), Types.VARCHAR)
			.param("appointment", letter.handling().appointmentId(), Types.BIGINT)
			.param("site", letter.handling().siteId(), Types.BIGINT)
			.param("byDay", letter.handling().byDay())
			.param("unsubscribe", letter.handling().unsubscribe(), Types.VARCHAR)
			.param("now", utc(now))
			.param("notAfter", utc(letter.notAfter()))
			.update() == 1;
	}

	/**
	 * How many letters of a kind were written to somebody: anybody can type anybody's
	 * number.
	 * @param recipient an e-mail address, or a phone number in the international form
	 * @param keys what the keys of such letters look like
	 * @param since from when on
	 * @return a number
	 */
	int countTo(String recipient, String keys, Instant since) {
		return this.jdbc.sql("""
				select count(*) from outbox_message where created_at > :since and dedup_key like :keys
				and lower(recipient) = lower(:recipient)
				""")
			.param("since", utc(since))
			.param("keys", keys)
			.param("recipient", recipient)
			.query(Integer.class)
			.single();
	}

	/**
	 * Takes the use out of what still waits to leave about an appointment that has
	 * changed. What a node is handing over at this instant may still arrive; it is not
	 * tried again.
	 * @param appointmentId the appointment
	 * @return how many letters will not leave
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	int withdraw(long appointmentId) {
		return this.jdbc.sql("""
				update outbox_message set not_after = :now
				where appointment_id = :appointment and status = 'PENDING' and not_after > :now
				""").param("appointment", appointmentId).param("now", utc(this.clock.instant())).update();
	}

	/**
	 * Takes the use out of what still waits to leave about something that is over.
	 * @param keys what the keys of such letters look like
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void withdraw(String keys) {
		this.jdbc.sql("""
				update outbox_message set not_after = :now
				where dedup_key like :keys and status = 'PENDING' and not_after > :now
				""").param("keys", keys).param("now", utc(this.clock.instant())).update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
