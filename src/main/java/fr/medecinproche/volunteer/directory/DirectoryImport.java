package fr.medecinproche.volunteer.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the directory say what an extract says. Lines go to a table of their own first:
 * until the very end, and for good if a line is broken, everybody reads the extract of
 * before.
 */
@Service
class DirectoryImport {

	private static final int BATCH = 5_000;

	private static final String ONE_ROW_EACH = """
			insert into directory_doctor as known (rpps, given_name, family_name, skills)
			select rpps, (array_agg(given_name order by line))[1], (array_agg(family_name order by line))[1],
			  coalesce(array_agg(distinct skill) filter (where skill <> ''), '{}')
			from directory_line group by rpps
			on conflict (rpps) do update set given_name = excluded.given_name, family_name = excluded.family_name,
			  skills = excluded.skills
			where (known.given_name, known.family_name, known.skills)
			  is distinct from (excluded.given_name, excluded.family_name, excluded.skills)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	DirectoryImport(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Replaces the directory.
	 * @param name what the extract is called
	 * @param day the state of the directory
	 * @param files the file of activities, and that of skills if there is one
	 * @return how many doctors the directory has
	 * @throws BrokenExtractException when a line is not what it should be, or there is no
	 * doctor: nothing has changed then
	 */
	@Transactional
	public int load(String name, LocalDate day, List<Resource> files) {
		afterOtherNodes();
		this.jdbc.sql("""
				create temporary table directory_line (line bigint generated always as identity, rpps text,
				given_name text, family_name text, skill text) on commit drop""").update();
		files.forEach((file) -> {
			var batch = new ArrayList<ExtractLine>(BATCH);
			new ExtractReader(file).read((line) -> {
				batch.add(line);
				if (batch.size() == BATCH) {
					write(batch);
				}
			});
			write(batch);
		});
		return replace(name, day);
	}

	private void afterOtherNodes() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('medecin-proche.directory'))").query().singleRow();
	}

	private void write(List<ExtractLine> batch) {
		this.jdbc.sql("""
				insert into directory_line (rpps, given_name, family_name, skill)
				select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))""")
			.params(column(batch, ExtractLine::rpps), column(batch, ExtractLine::givenName),
					column(batch, ExtractLine::familyName), column(batch, ExtractLine::skill))
			.update();
		batch.clear();
	}

	/** As one parameter, not as many. */
	private static Object column(List<ExtractLine> batch, Function<ExtractLine, String> cell) {
		return batch.stream().map(cell).toArray(String[]::new);
	}

	private int replace(String name, LocalDate day) {
		this.jdbc.sql("analyze directory_line").update();
		this.jdbc.sql(ONE_ROW_EACH).update();
		this.jdbc.sql("""
				delete from directory_doctor d
				where not exists (select from directory_line l where l.rpps = d.rpps)""").update();
		int doctors = this.jdbc.sql("select count(*) from directory_doctor").query(Integer.class).single();
		if (doctors == 0) {
			throw new BrokenExtractException(name + ": no doctor in it");
		}
		this.jdbc.sql("""
				insert into directory_extract (name, day, doctors, imported_at) values (?, ?, ?, ?)
				on conflict (single) do update set name = excluded.name, day = excluded.day, doctors = excluded.doctors,
				  imported_at = excluded.imported_at""")
			.params(name, day, doctors, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return doctors;
	}

}
