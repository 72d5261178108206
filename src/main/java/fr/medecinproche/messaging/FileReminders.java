package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.volunteer.FilePace;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls files that stand still to the mind of those who can move them: doctors, also
 * where the Ordre or the CPAM acts, since they may ask; and the agents who see them, in
 * one letter a day. What was written is kept with its step: a file that moves on starts
 * again, and another node finds nothing left to write.
 */
@Service
class FileReminders {

	static final List<FileStatus> OF_DOCTORS = List.of(FileStatus.SENT_BACK, FileStatus.ORDRE_CHECK,
			FileStatus.ACTIVITY_DECLARED);

	static final List<FileStatus> OF_AGENTS = List.of(FileStatus.SUBMITTED, FileStatus.ORDRE_CHECK,
			FileStatus.ACTIVITY_DECLARED, FileStatus.CPAM_NUMBER_GIVEN);

	/**
	 * The files to remind of, noted as such; those another transaction moves are for
	 * tomorrow. Whoever recorded a step today knows of it, however long ago it happened.
	 */
	private static final String NOTE = """
			with due as (
			  select v.id, v.file_step, (select count(*) from volunteer_file_reminder r where r.volunteer_id = v.id
			      and r.step = v.file_step and r.party = :party) as written
			  from volunteer v join account a on a.id = v.account_id
			  join volunteer_file_step s on s.volunteer_id = v.id and s.number = v.file_step
			  where v.file_status = :status and v.file_since <= :since and s.recorded_at < :today
			    and (:party = 'AGENCY' or (a.email_confirmed_at is not null and a.suspended_at is null))
			    and not exists (select from volunteer_file_reminder r where r.volunteer_id = v.id
			      and r.step = v.file_step and r.party = :party
			      and (r.ordinal >= :maximum or r.written_on > :notAfter))
			  order by v.file_since, v.id limit :page for no key update of v skip locked)
			insert into volunteer_file_reminder (volunteer_id, step, party, ordinal, written_on)
			select id, file_step, :party, written + 1, :day from due where :maximum > 0
			on conflict do nothing returning volunteer_id
			""";

	private static final int PAGE = 50;

	private static final Duration USEFUL = Duration.ofHours(20);

	private final JdbcClient jdbc;

	private final Volunteers volunteers;

	private final FileReminderLetters letters;

	private final FilePace pace;

	private final Clock clock;

	FileReminders(JdbcClient jdbc, Volunteers volunteers, FileReminderLetters letters, FilePace pace, Clock clock) {
		this.jdbc = jdbc;
		this.volunteers = volunteers;
		this.letters = letters;
		this.pace = pace;
		this.clock = clock;
	}

	/**
	 * Writes to the next few doctors whose file stands still.
	 * @return whether there may be more to write now
	 */
	@Transactional
	boolean remindSomeDoctors() {
		boolean more = false;
		for (var status : OF_DOCTORS) {
			var due = note(status, "DOCTOR");
			due.forEach((id) -> this.letters.toDoctor(this.volunteers.findById(id).orElseThrow(), today(), end()));
			more |= due.size() == PAGE;
		}
		return more;
	}

	/**
	 * Writes to the agents, on one node at a time, of the files within their perimeter
	 * that stand still.
	 */
	@Transactional
	void remindAgents() {
		if (!oneNodeAtATime()) {
			return;
		}
		boolean any = false;
		for (var status : OF_AGENTS) {
			List<Long> due;
			do {
				due = note(status, "AGENCY");
				any |= !due.isEmpty();
			}
			while (due.size() == PAGE);
		}
		if (any) {
			agents().forEach((agent) -> this.letters.toAgent(agent, counts(agent), today(), end()));
		}
	}

	/** The lock ends with the transaction. */
	private boolean oneNodeAtATime() {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('medecin-proche.file-reminders'))")
			.query(Boolean.class)
			.single();
	}

	private List<Long> note(FileStatus status, String party) {
		var reminders = this.pace.reminders();
		var after = reminders.after().get(status);
		if (after == null) {
			return List.of();
		}
		return this.jdbc.sql(NOTE)
			.param("status", status.name())
			.param("party", party)
			.param("since", today().minusDays(after))
			.param("today", today().atStartOfDay(HalfDay.ZONE).toOffsetDateTime())
			.param("day", today())
			.param("maximum", reminders.maximum())
			.param("notAfter", today().minusDays(reminders.every()))
			.param("page", PAGE)
			.query(Long.class)
			.list();
	}

	private List<Agent> agents() {
		return this.jdbc.sql("""
				select id, email, display_name as name, locale, perimeter from account
				where role = 'AGENT' and email_confirmed_at is not null and suspended_at is null order by id""")
			.query(Agent.class)
			.list();
	}

	private List<Count> counts(Agent agent) {
		return this.jdbc
			.sql("""
					select v.file_status as status, count(*) as files from volunteer_file_reminder r
					join volunteer v on v.id = r.volunteer_id join commune c on c.insee = v.commune
					where r.party = 'AGENCY' and r.written_on = :day
					  and (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
					   where perimeter = cast(:perimeter as text)))
					group by v.file_status order by v.file_status""")
			.param("day", today())
			.param("perimeter", agent.perimeter())
			.query(Count.class)
			.list();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private OffsetDateTime end() {
		return OffsetDateTime.now(this.clock).plus(USEFUL);
	}

	/**
	 * Somebody of the agency.
	 *
	 * @param id the account
	 * @param email where to write
	 * @param name how to call them
	 * @param locale their language
	 * @param perimeter their perimeter, null for everything
	 */
	record Agent(long id, String email, String name, String locale, @Nullable String perimeter) {

	}

	/**
	 * Files that stand still.
	 *
	 * @param status where
	 * @param files how many
	 */
	record Count(FileStatus status, int files) {

	}

}
