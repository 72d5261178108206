package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.volunteer.FileStatus;
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

	private static final String KEPT = """
			from volunteer v join commune c on c.insee = v.commune
			where (cast(:perimeter as text) is null or c.departement = cast(:perimeter as text))
			  and (cast(:status as text) is null or v.file_status = cast(:status as text))
			  and (cast(:name as text) is null or v.folded like '%' || cast(:name as text) || '%')
			""";

	/** Files that wait come first, the oldest before the others; then people by name. */
	private static final String ORDER = """
			order by v.file_status <> 'SUBMITTED', case when v.file_status = 'SUBMITTED' then v.submitted_at end,
			  v.family_name, v.given_name, v.id limit :limit offset :offset""";

	private static final String COMING = """
			select count(*) from half_day_slot h where h.volunteer_id = v.id and h.day >= :today""";

	private final JdbcClient jdbc;

	private final Clock clock;

	FileDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Page<Row> page(FileFilter filter, @Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", perimeter);
		parameters.put("status", filter.statusName());
		parameters.put("name", filter.foldedName());
		return new PageImpl<>(rows(parameters, page), page,
				this.jdbc.sql("select count(*) " + KEPT).params(parameters).query(Long.class).single());
	}

	private List<Row> rows(Map<String, @Nullable Object> parameters, PageRequest page) {
		return this.jdbc
			.sql("select v.id, v.given_name, v.family_name, c.nom as commune, c.departement, v.file_status as status, "
					+ "v.submitted_at, (" + COMING + ") as half_days " + KEPT + ORDER)
			.params(parameters)
			.param("today", LocalDate.now(this.clock))
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Row.class)
			.list();
	}

	/** How many half-days a volunteer has taken from today on. */
	int comingHalfDays(long volunteerId) {
		return this.jdbc.sql("select (" + COMING + ") from volunteer v where v.id = :id")
			.param("today", LocalDate.now(this.clock))
			.param("id", volunteerId)
			.query(Integer.class)
			.single();
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
	 * @param submittedAt since when
	 * @param halfDays coming half-days
	 */
	record Row(long id, String givenName, String familyName, String commune, String departement, FileStatus status,
			Instant submittedAt, int halfDays) {
	}

}
