package fr.medecinproche.volunteer.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lists of doctors have become, for the agents who see them: those whose perimeter
 * holds the one of whoever sent the list.
 */
@Component
class IntakeReports {

	private static final int PAGE_SIZE = 50;

	private static final int RECENT = 20;

	private static final String SEEN = """
			(cast(:perimeter as text) is null or i.perimeter = cast(:perimeter as text) or i.perimeter in (
			  select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private static final String INTAKE = """
			select i.id, i.file_name, i.read_at, a.display_name as read_by, i.started_at, i.ended_at, i.forgotten_at,
			  n.accepted, n.corrected, n.known, n.refused, n.made, n.pending,
			  (select count(*) from volunteer_welcome w where w.intake_id = i.id and w.wanted_at is null
			    and w.invited = 0) as unwanted,
			  (select count(*) from volunteer_welcome w where w.intake_id = i.id and w.invited > 0) as invited,
			  (select count(*) from volunteer_welcome w where w.intake_id = i.id and w.confirmed_at is not null) as confirmed
			from volunteer_intake i join account a on a.id = i.read_by
			cross join lateral (select count(*) filter (where outcome = 'ACCEPTED') as accepted,
			    count(*) filter (where outcome = 'CORRECTED') as corrected,
			    count(*) filter (where outcome = 'KNOWN') as known,
			    count(*) filter (where outcome = 'REFUSED') as refused, count(volunteer_id) as made,
			    count(*) filter (where volunteer_id is null and email is not null
			      and outcome in ('ACCEPTED', 'CORRECTED')) as pending
			  from volunteer_intake_line where intake_id = i.id) n
			where\s"""
			+ SEEN;

	private static final String LINES = """
			select l.line, l.outcome, l.remarks, l.volunteer_id, coalesce(v.given_name, l.given_name) as given_name,
			  coalesce(v.family_name, l.family_name) as family_name
			from volunteer_intake_line l left join volunteer v on v.id = l.volunteer_id
			where l.intake_id = :id and (cast(:outcome as text) is null or l.outcome = cast(:outcome as text))
			order by l.line limit :limit offset :offset""";

	private final JdbcClient jdbc;

	IntakeReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Intake> recent(@Nullable String perimeter) {
		return this.jdbc.sql(INTAKE + "order by i.read_at desc, i.id desc limit :recent")
			.param("perimeter", perimeter)
			.param("recent", RECENT)
			.query(Intake.class)
			.list();
	}

	Optional<Intake> find(long id, @Nullable String perimeter) {
		return this.jdbc.sql(INTAKE + "and i.id = :id")
			.param("perimeter", perimeter)
			.param("id", id)
			.query(Intake.class)
			.optional();
	}

	Page<Line> page(long id, @Nullable Outcome outcome, int number) {
		var page = PageRequest.of(Math.clamp(number, 0, 1_000), PAGE_SIZE);
		var total = this.jdbc
			.sql("select count(*) from volunteer_intake_line where intake_id = :id "
					+ "and (cast(:outcome as text) is null or outcome = cast(:outcome as text))")
			.param("id", id)
			.param("outcome", (outcome != null) ? outcome.name() : null)
			.query(Long.class)
			.single();
		return new PageImpl<>(lines(id, outcome, PAGE_SIZE, page.getOffset()), page, total);
	}

	List<Line> all(long id) {
		return lines(id, null, Integer.MAX_VALUE, 0);
	}

	private List<Line> lines(long id, @Nullable Outcome outcome, int limit, long offset) {
		return this.jdbc.sql(LINES)
			.param("id", id)
			.param("outcome", (outcome != null) ? outcome.name() : null)
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> new Line(row.getInt("line"), Outcome.valueOf(row.getString("outcome")),
					Arrays.stream((String[]) row.getArray("remarks").getArray()).map(Remark::read).toList(),
					row.getObject("volunteer_id", Long.class), row.getString("given_name"),
					row.getString("family_name")))
			.list();
	}

	/**
	 * A list.
	 *
	 * @param id its number
	 * @param fileName what whoever sent it calls it
	 * @param readAt when it was read
	 * @param readBy who sent it
	 * @param startedAt since when files are made of it, null before
	 * @param endedAt when none was left to make
	 * @param forgottenAt when what was left was forgotten
	 * @param accepted how many lines are good
	 * @param corrected how many are good once put right
	 * @param known how many doctors have a file already
	 * @param refused how many lines nothing can be made of
	 * @param made how many files there are
	 * @param pending how many may still be made
	 * @param unwanted how many of them nobody has asked to write to
	 * @param invited how many were written to
	 * @param confirmed how many doctors have said what is true
	 */
	record Intake(long id, String fileName, Instant readAt, String readBy, @Nullable Instant startedAt,
			@Nullable Instant endedAt, @Nullable Instant forgottenAt, int accepted, int corrected, int known,
			int refused, int made, int pending, int unwanted, int invited, int confirmed) {

		public int count(Outcome outcome) {
			return switch (outcome) {
				case ACCEPTED -> this.accepted;
				case CORRECTED -> this.corrected;
				case REFUSED -> this.refused;
				case KNOWN -> this.known;
			};
		}

		public int lines() {
			return this.accepted + this.corrected + this.known + this.refused;
		}

	}

	/**
	 * A line of it.
	 *
	 * @param line where it is in the file
	 * @param outcome what becomes of it
	 * @param remarks what is to be said of it
	 * @param volunteerId the file made of it
	 * @param givenName of the doctor, null once forgotten and for lines refused
	 * @param familyName of the doctor
	 */
	record Line(int line, Outcome outcome, List<Remark> remarks, @Nullable Long volunteerId, @Nullable String givenName,
			@Nullable String familyName) {

	}

}
