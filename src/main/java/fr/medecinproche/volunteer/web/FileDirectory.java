package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.volunteer.FilePace;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.NoteSettings;
import fr.medecinproche.web.AskedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The volunteers and their files with their coming half-days, within an agent's
 * perimeter: the department where the doctor practises.
 */
@Component
class FileDirectory {

	private static final int PAGE_SIZE = 30;

	/**
	 * Each status with the days after which a file in it has stood still for too long.
	 */
	private static final String SEEN = """
			from volunteer v join commune c on c.insee = v.commune join account a on a.id = v.account_id
			left join unnest(cast(:paced as text[]), cast(:days as int[])) as pace (status, days)
			  on pace.status = v.file_status
			where (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text)))
			""";

	private static final String KEPT = SEEN
			+ """
					  and (cast(:departement as text) is null or c.departement = cast(:departement as text))
					  and (cast(:statuses as text[]) is null or v.file_status = any (cast(:statuses as text[])))
					  and (cast(:name as text) is null or v.folded like '%' || cast(:name as text) || '%')
					  and (cast(:rpps as text) is null or v.rpps like cast(:rpps as text) || '%')
					  and (not cast(:stalled as boolean) or v.file_since + pace.days <= :today)
					  and (cast(:ageFrom as int) is null or :today - v.file_since >= cast(:ageFrom as int))
					  and (cast(:ageTo as int) is null or :today - v.file_since <= cast(:ageTo as int))
					  and (cast(:from as date) is null or exists (select from volunteer_file_step s where s.volunteer_id = v.id
					    and s.number = 1 and not s.imported and s.happened_on between cast(:from as date) and cast(:to as date)))
					  and (cast(:reached as text[]) is null or exists (select from volunteer_file_step s
					    where s.volunteer_id = v.id and s.to_status = any (cast(:reached as text[]))))
					  and (not cast(:came as boolean) or exists (select from half_day_slot h where h.volunteer_id = v.id
					    and (h.day + h.ends_at) at time zone 'Europe/Paris' <= :now))
					""";

	/**
	 * Files on their way come first, those that are late before the others and the oldest
	 * before the younger; then people by name.
	 */
	private static final String ORDER = """
			order by v.file_status in ('ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'REFUSED'),
			  coalesce(v.file_since + pace.days <= :today, false) desc,
			  case when v.file_status not in ('ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'REFUSED') then v.file_since end,
			  v.family_name, v.given_name, v.id limit :limit offset :offset""";

	private static final String COMING = """
			from half_day_slot h where h.volunteer_id = v.id and h.day >= :today
			and (h.day + h.ends_at) at time zone 'Europe/Paris' > :now""";

	private final JdbcClient jdbc;

	private final FilePace pace;

	private final NoteSettings notes;

	private final Clock clock;

	FileDirectory(JdbcClient jdbc, FilePace pace, NoteSettings notes, Clock clock) {
		this.jdbc = jdbc;
		this.pace = pace;
		this.notes = notes;
		this.clock = clock;
	}

	Page<Row> page(FileFilter filter, @Nullable String perimeter, int number) {
		var parameters = parameters(perimeter);
		parameters.putAll(filter.parameters());
		var total = this.jdbc.sql("select count(*) " + KEPT).params(parameters).query(Integer.class).single();
		var page = AskedPage.of(number, total, PAGE_SIZE);
		return new PageImpl<>(rows(parameters, page), page, total);
	}

	private Map<String, @Nullable Object> parameters(@Nullable String perimeter) {
		var after = this.pace.reminders().after();
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", perimeter);
		parameters.put("today", LocalDate.now(this.clock));
		parameters.put("paced", after.keySet().stream().map(FileStatus::name).toArray(String[]::new));
		parameters.put("days", after.values().toArray(Integer[]::new));
		parameters.put("now", OffsetDateTime.now(this.clock));
		return parameters;
	}

	private List<Row> rows(Map<String, @Nullable Object> parameters, PageRequest page) {
		return this.jdbc
			.sql("select v.id, v.given_name, v.family_name, c.nom as commune, c.departement, v.file_status as status, "
					+ ":today - v.file_since as age, coalesce(v.file_since + pace.days <= :today, false) as stalled, "
					+ "(select count(*) " + COMING + ") as half_days, v.file_step as step, "
					+ "a.email_confirmed_at is not null as confirmed, (select max(r.written_on) "
					+ "from volunteer_file_reminder r where r.volunteer_id = v.id and r.party = 'DOCTOR') as reminded_on "
					+ KEPT + ORDER)
			.params(parameters)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Row.class)
			.list();
	}

	/** What agents have noted of a volunteer, the latest first. */
	List<Note> notes(long volunteerId) {
		return this.jdbc
			.sql("""
					select n.id, n.text, w.display_name as author, n.written_at, x.display_name as withdrawn_by, n.withdrawn_at
					from volunteer_note n join account w on w.id = n.written_by left join account x on x.id = n.withdrawn_by
					where n.volunteer_id = ? order by n.written_at desc, n.id desc""")
			.param(volunteerId)
			.query(Note.class)
			.list();
	}

	/** For how many months a note is kept. */
	long notesKept() {
		return this.notes.months();
	}

	/** The half-days where a volunteer is expected, the next one first. */
	List<HalfDay> comingHalfDays(long volunteerId) {
		return this.jdbc
			.sql("""
					select h.id, h.day, h.period, h.starts_at, h.ends_at, s.nom as site, coalesce(h.stop_town, t.nom) as commune,
					  (select count(*) from appointment a where a.slot_id = h.id and a.status = 'BOOKED') as patients
					from volunteer v cross join lateral (select h.* %s) h
					join consultation_site s on s.id = h.site_id join commune t on t.insee = s.commune
					where v.id = :id order by h.day, h.starts_at"""
				.formatted(COMING))
			.param("today", LocalDate.now(this.clock))
			.param("now", OffsetDateTime.now(this.clock))
			.param("id", volunteerId)
			.query(HalfDay.class)
			.list();
	}

	/**
	 * One volunteer.
	 *
	 * @param id the volunteer
	 * @param givenName the doctor's
	 * @param familyName the doctor's
	 * @param commune where they practise
	 * @param departement the code of its department
	 * @param status where the file stands
	 * @param age for how many days
	 * @param stalled whether that is too long
	 * @param halfDays coming half-days
	 * @param step the number of its last step
	 * @param confirmed whether the doctor's address is
	 * @param remindedOn when the doctor was last reminded, null for never
	 */
	record Row(long id, String givenName, String familyName, String commune, String departement, FileStatus status,
			int age, boolean stalled, int halfDays, int step, boolean confirmed, @Nullable LocalDate remindedOn) {

		/** What may be recorded of it with one click, null where nothing is next. */
		public @Nullable FileStatus next() {
			return this.status.ahead().isEmpty() ? null : this.status.ahead().getFirst();
		}

		/** Whether something waits for the doctor. */
		public boolean isRemindable() {
			return this.status.isUpToDoctor() || (!this.confirmed && this.status.isPending());
		}

	}

	/**
	 * Where a doctor is expected.
	 *
	 * @param id the half-day
	 * @param day its day
	 * @param period "MORNING" or "AFTERNOON"
	 * @param startsAt when it begins
	 * @param endsAt when it ends
	 * @param site the site's name
	 * @param commune the site's commune
	 * @param patients how many people are booked
	 */
	record HalfDay(long id, LocalDate day, String period, LocalTime startsAt, LocalTime endsAt, String site,
			String commune, int patients) {
	}

	/**
	 * A note on a doctor.
	 *
	 * @param id the note
	 * @param text what it says
	 * @param author who wrote it
	 * @param writtenAt when
	 * @param withdrawnBy who has withdrawn it, null for nobody
	 * @param withdrawnAt when
	 */
	record Note(long id, String text, String author, Instant writtenAt, @Nullable String withdrawnBy,
			@Nullable Instant withdrawnAt) {
	}

}
