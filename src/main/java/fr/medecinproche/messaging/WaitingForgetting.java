package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import fr.medecinproche.waiting.WaitingLeft;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets at once what was written to somebody who leaves the waiting list.
 */
@Component
class WaitingForgetting {

	/** The keys of {@link WaitingLetters}; no letter keeps an address for a year. */
	private static final String THEIRS = """
			dedup_key in (
			  select 'waiting:' || :entry || ':' || what || ':' || cast(day as date)
			  from generate_series(cast(:today as date) - 366, cast(:today as date), interval '1 day') day,
			    unnest(array['joined', 'ended']) what
			  union all select 'waiting-offer:' || o.id || ':' || way
			  from waiting_offer o, unnest(array['mail', 'sms']) way where o.entry_id = :entry)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	WaitingForgetting(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(WaitingLeft event) {
		this.jdbc.sql(PatientCorrespondence.FORGET + ' ' + THEIRS)
			.param("entry", event.entryId())
			.param("today", LocalDate.now(this.clock))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
