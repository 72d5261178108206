package fr.medecinproche.volunteer;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When doctors were reminded of their file.
 */
@Component
class ReminderLog {

	/** The day a step was recorded, the doctor was written to already. */
	private static final String NOTE = """
			insert into volunteer_file_reminder (volunteer_id, step, party, ordinal, written_on, asked_by)
			select v.id, v.file_step, 'DOCTOR', 1 + coalesce((select max(r.ordinal) from volunteer_file_reminder r
			  where r.volunteer_id = v.id and r.step = v.file_step and r.party = 'DOCTOR'), 0), :today, :agent
			from volunteer v join volunteer_file_step s on s.volunteer_id = v.id and s.number = v.file_step
			where v.id = :id and (s.recorded_at at time zone 'Europe/Paris')::date < :today
			  and not exists (select from volunteer_file_reminder r where r.volunteer_id = v.id and r.party = 'DOCTOR'
			    and r.written_on > :notAfter)
			on conflict do nothing
			""";

	private final JdbcClient jdbc;

	private final FilePace pace;

	private final Clock clock;

	ReminderLog(JdbcClient jdbc, FilePace pace, Clock clock) {
		this.jdbc = jdbc;
		this.pace = pace;
		this.clock = clock;
	}

	/**
	 * Notes that a doctor is reminded today because an agent asks for it.
	 * @param volunteerId whom
	 * @param agentId who asks
	 * @return false when the doctor was written to a short while ago
	 */
	boolean note(long volunteerId, long agentId) {
		var today = LocalDate.now(this.clock);
		return this.jdbc.sql(NOTE)
			.param("id", volunteerId)
			.param("agent", agentId)
			.param("today", today)
			.param("notAfter", today.minusDays(this.pace.reminders().gap()))
			.update() == 1;
	}

}
