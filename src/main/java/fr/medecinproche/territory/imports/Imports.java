package fr.medecinproche.territory.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.ImportLine.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files agents have brought, line by line. An agent finds the imports of the same
 * perimeter; one without a perimeter finds all.
 */
@Repository
public class Imports {

	private static final int PAGE_SIZE = 50;

	private static final int BATCH = 500;

	private static final int LONGEST_IGNORED = 500;

	private static final String SELECT = """
			select i.id, i.kind, i.file_names, i.ignored, i.perimeter, i.complete, i.starts_on, i.edition, i.status,
			  c.display_name as created_by, i.created_at, e.display_name as ended_by, i.ended_at, l.*
			from territory_import i
			left join account c on c.id = i.created_by left join account e on e.id = i.ended_by
			cross join lateral (select count(*) filter (where outcome = 'ACCEPTED') as accepted,
			  count(*) filter (where outcome = 'CORRECTED') as corrected,
			  count(*) filter (where outcome = 'UNCHANGED') as unchanged,
			  count(*) filter (where outcome = 'REFUSED') as refused
			  from territory_import_line where import_id = i.id) l
			where i.kind = :kind and (cast(:perimeter as text) is null or i.perimeter = cast(:perimeter as text))
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Clock clock;

	Imports(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.clock = clock;
	}

	/**
	 * Keeps what was read.
	 * @param asked what is asked of it
	 * @param edition what it was judged against
	 * @param lines each line once
	 * @return its number
	 */
	public long keep(NewImport asked, long edition, List<ImportLine> lines) {
		long id = this.jdbc
			.sql("""
					insert into territory_import (kind, file_names, ignored, perimeter, complete, starts_on, edition, created_by,
					  created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
			.params(asked.kind().name(), asked.fileNames(), ignored(asked), asked.perimeter(), asked.complete(),
					asked.startsOn(), edition, asked.account(), Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
		this.batches.batchUpdate("""
				insert into territory_import_line (import_id, file, number, outcome, reason, quoted, siren, label,
				  change, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""", lines, BATCH,
				(statement, line) -> {
					var reason = line.reason();
					var cells = new ArrayList<@Nullable Object>(List.of(id, line.file(), line.number()));
					cells.add(line.outcome().name());
					cells.add((reason != null) ? reason.name() : null);
					cells.add(line.quoted());
					cells.add(line.siren());
					cells.add(line.label());
					cells.add(line.change());
					cells.add(line.content());
					for (int i = 0; i < cells.size(); i++) {
						statement.setObject(i + 1, cells.get(i));
					}
				});
		return id;
	}

	private static String ignored(NewImport asked) {
		var names = String.join(", ", asked.ignored());
		return names.substring(0, Math.min(names.length(), LONGEST_IGNORED));
	}

	/** One import, if the agent may see it. */
	public Optional<TerritoryImport> find(ImportKind kind, long id, @Nullable String perimeter) {
		return this.jdbc.sql(SELECT + "and i.id = :id")
			.param("kind", kind.name())
			.param("perimeter", perimeter)
			.param("id", id)
			.query(TerritoryImport.class)
			.optional();
	}

	/** The last imports, the latest first. */
	public List<TerritoryImport> latest(ImportKind kind, @Nullable String perimeter, int limit) {
		return this.jdbc.sql(SELECT + "order by i.id desc limit :limit")
			.param("kind", kind.name())
			.param("perimeter", perimeter)
			.param("limit", limit)
			.query(TerritoryImport.class)
			.list();
	}

	/** The lines of an import, those of one outcome or all, page by page. */
	public Page<ImportLine> lines(TerritoryImport of, @Nullable Outcome outcome, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var lines = this.jdbc.sql("""
				select * from territory_import_line where import_id = :id
				and (cast(:outcome as text) is null or outcome = cast(:outcome as text))
				order by file, number limit :limit offset :offset""")
			.param("id", of.id())
			.param("outcome", (outcome != null) ? outcome.name() : null)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Imports::line)
			.list();
		return new PageImpl<>(lines, page, count(of, outcome));
	}

	private static int count(TerritoryImport of, @Nullable Outcome outcome) {
		return switch (outcome) {
			case null -> of.lines();
			case ACCEPTED -> of.accepted();
			case CORRECTED -> of.corrected();
			case UNCHANGED -> of.unchanged();
			case REFUSED -> of.refused();
		};
	}

	/** The lines of one of its files that are not refused, as they were read. */
	public List<ImportLine> readable(long id, int file) {
		return this.jdbc.sql("""
				select * from territory_import_line where import_id = ? and file = ? and outcome <> 'REFUSED'
				order by number""").params(id, file).query(Imports::line).list();
	}

	/** The zones one of its files names, be it in lines that are refused. */
	public List<String> sirens(long id, int file) {
		return this.jdbc
			.sql("select siren from territory_import_line where import_id = ? and file = ? and siren is not null")
			.params(id, file)
			.query(String.class)
			.list();
	}

	/**
	 * Ends an import, once.
	 * @param id the import
	 * @param status applied or dropped
	 * @param account by whom
	 * @return {@code false} when somebody else has ended it
	 */
	public boolean end(long id, ImportStatus status, long account) {
		return this.jdbc.sql("""
				update territory_import set status = ?, ended_by = ?, ended_at = ? where id = ? and status = 'READ'""")
			.params(status.name(), account, Timestamp.from(this.clock.instant()), id)
			.update() == 1;
	}

	/** Today where the zones are. */
	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static ImportLine line(ResultSet row, int number) throws SQLException {
		var reason = row.getString("reason");
		return new ImportLine(row.getInt("file"), row.getInt("number"), Outcome.valueOf(row.getString("outcome")),
				(reason != null) ? Reason.valueOf(reason) : null, row.getString("quoted"), row.getString("siren"),
				row.getString("label"), row.getString("change"), row.getString("content"));
	}

}
