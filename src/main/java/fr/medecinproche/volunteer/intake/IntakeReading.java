package fr.medecinproche.volunteer.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.intake.Remark.Reason;
import fr.medecinproche.web.UploadedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a list of doctors and says line by line what would become of it. No file is made;
 * of lines that cannot become one, nothing but the reason is kept.
 */
@Service
class IntakeReading {

	private static final int BATCH = 1_000;

	private static final int LONGEST_NAME = 120;

	private final Places places;

	private final KnownPeople people;

	private final JdbcClient jdbc;

	private final Clock clock;

	IntakeReading(Places places, KnownPeople people, JdbcClient jdbc, Clock clock) {
		this.places = places;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Reads a list.
	 * @param fileName what the agent calls it
	 * @param table what it holds
	 * @param agent who sends it: doctors outside their perimeter are refused
	 * @return the number of the list
	 */
	@Transactional
	public long read(@Nullable String fileName, UploadedTable table, SignedIn agent) {
		var reader = new LineReader(LocalDate.now(this.clock));
		var lines = compare(this.places.find(table.rows().stream().map(reader::read).toList(), agent.perimeter()));
		long id = this.jdbc
			.sql("""
					insert into volunteer_intake (file_name, read_by, read_at, perimeter) values (?, ?, ?, ?) returning id""")
			.params(shown(fileName), agent.accountId(), this.clock.instant().atOffset(ZoneOffset.UTC),
					agent.perimeter())
			.query(Long.class)
			.single();
		for (int from = 0; from < lines.size(); from += BATCH) {
			write(id, lines.subList(from, Math.min(lines.size(), from + BATCH)));
		}
		return id;
	}

	/** With the lines before, and with who is there already. */
	private List<ReadLine> compare(List<ReadLine> lines) {
		var known = this.people.among(
				lines.stream().map((line) -> line.doctor().rpps()).filter(Objects::nonNull).toList(),
				lines.stream().map((line) -> line.doctor().email()).filter(Objects::nonNull).toList());
		var numbers = new HashMap<String, Integer>();
		var addresses = new HashMap<String, Integer>();
		return lines.stream().map((line) -> {
			var doctor = line.doctor();
			var before = first(numbers.putIfAbsent(String.valueOf(doctor.rpps()), line.line()), doctor.rpps(),
					first(addresses.putIfAbsent(String.valueOf(doctor.email()), line.line()), doctor.email(), null));
			var told = known.of(doctor.rpps(), doctor.email()).map(line::saying).orElse(line);
			return (before != null) ? told.saying(Remark.of(Reason.TWICE, String.valueOf(before))) : told;
		}).toList();
	}

	private static @Nullable Integer first(@Nullable Integer before, @Nullable String value,
			@Nullable Integer otherwise) {
		return (before != null && value != null) ? before : otherwise;
	}

	private static String shown(@Nullable String fileName) {
		var name = (fileName != null) ? fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip() : "";
		return name.isEmpty() ? "—" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
	}

	private void write(long id, List<ReadLine> lines) {
		this.jdbc
			.sql("""
					insert into volunteer_intake_line (intake_id, line, outcome, remarks, email, rpps, given_name, family_name,
					  mobile, commune, practice, secteur, status, since)
					select :id, line, outcome, string_to_array(remarks, E'\\n'), email, rpps, given_name, family_name, mobile,
					  commune, practice, secteur, status, since
					from unnest(cast(:line as int[]), cast(:outcome as text[]), cast(:remarks as text[]),
					  cast(:email as text[]), cast(:rpps as text[]), cast(:given as text[]), cast(:family as text[]),
					  cast(:mobile as text[]), cast(:commune as text[]), cast(:practice as text[]), cast(:secteur as text[]),
					  cast(:status as text[]), cast(:since as date[]))
					  as each (line, outcome, remarks, email, rpps, given_name, family_name, mobile, commune, practice, secteur,
					    status, since)""")
			.param("id", id)
			.params(columns(lines))
			.update();
	}

	private static Map<String, Object> columns(List<ReadLine> lines) {
		var columns = new HashMap<String, Object>();
		columns.put("line", lines.stream().map(ReadLine::line).toArray(Integer[]::new));
		columns.put("outcome", lines.stream().map((line) -> line.outcome().name()).toArray(String[]::new));
		columns.put("remarks", lines.stream().map(IntakeReading::remarks).toArray(String[]::new));
		columns.put("email", kept(lines, (line) -> line.doctor().email()));
		columns.put("rpps", kept(lines, (line) -> line.doctor().rpps()));
		columns.put("given", kept(lines, (line) -> line.doctor().givenName()));
		columns.put("family", kept(lines, (line) -> line.doctor().familyName()));
		columns.put("mobile", kept(lines, (line) -> line.doctor().mobile()));
		columns.put("commune", kept(lines, ReadLine::commune));
		columns.put("practice", kept(lines, (line) -> line.practice().name()));
		columns.put("secteur", kept(lines, (line) -> line.secteur().name()));
		columns.put("status", kept(lines, (line) -> line.status().name()));
		columns.put("since", kept(lines, (line) -> String.valueOf(line.since())));
		return columns;
	}

	private static String remarks(ReadLine line) {
		return String.join("\n", line.remarks().stream().map((remark) -> remark.written().replace('\n', ' ')).toList());
	}

	private static Object kept(List<ReadLine> lines, Function<ReadLine, @Nullable String> cell) {
		return lines.stream().map((line) -> line.outcome().isGood() ? cell.apply(line) : null).toArray(String[]::new);
	}

}
