package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import fr.medecinproche.appointment.Correspondence;
import fr.medecinproche.appointment.SentLetter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds in the outbox what was written about appointments.
 */
@Component
class PatientCorrespondence implements Correspondence {

	/** Nothing more leaves, and nobody knows to whom what left went. */
	static final String FORGET = """
			update outbox_message set recipient = null, subject = null, body_text = null, body_html = null,
			  calendar = null, settled_at = coalesce(settled_at, :now),
			  status = case status when 'PENDING' then 'EXPIRED' else status end where """;

	private static final String ABOUT = "appointment_id = :id";

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Clock clock;

	PatientCorrespondence(JdbcClient jdbc, Outbox outbox, Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<SentLetter> about(List<Long> appointmentIds) {
		return appointmentIds.stream()
			.flatMap((id) -> this.jdbc
				.sql("select created_at, channel, status in ('SENT', 'RECORDED') as sent from outbox_message where "
						+ ABOUT)
				.param("id", id)
				.query((row, number) -> new SentLetter(row.getObject("created_at", OffsetDateTime.class).toInstant(),
						row.getString("channel"), row.getBoolean("sent")))
				.list()
				.stream())
			.sorted(Comparator.comparing(SentLetter::at))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public int codesSentTo(String contact, Instant since) {
		return this.outbox.countTo(contact, "contact-code:%", since);
	}

	/**
	 * What a node is handing over at this instant may still arrive; it is not retried.
	 */
	@Override
	@Transactional
	public void forget(List<Long> appointmentIds) {
		for (var id : appointmentIds) {
			this.jdbc.sql(FORGET + ' ' + ABOUT).param("id", id).param("now", utc(this.clock.instant())).update();
		}
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
