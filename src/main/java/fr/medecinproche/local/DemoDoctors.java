package fr.medecinproche.local;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.Role;
import fr.medecinproche.local.DemoTable.Row;
import fr.medecinproche.territory.FoldedName;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Rpps;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invented doctors of real towns, with RPPS numbers of a range nobody has. Their files
 * are written as they stand: going through each step would send everybody letters.
 */
@Component
@OnLocalMachine
@Order(3)
class DemoDoctors implements DemoPart {

	private final DemoAccounts demo;

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoDoctors(DemoAccounts demo, Accounts accounts, JdbcClient jdbc, Clock clock) {
		this.demo = demo;
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var agent = this.jdbc.sql("select id from account where email = :email")
			.param("email", DemoSignIn.AGENT.email())
			.query(Long.class)
			.single();
		var rows = DemoTable.rows("doctors");
		var known = new HashSet<String>();
		IntStream.range(0, rows.size()).forEach((i) -> create(rows.get(i), i, emailOf(rows.get(i), known), agent));
	}

	/** The first of each step is whom an evaluator signs in as. */
	private static String emailOf(Row row, Set<String> known) {
		var status = row.text("status");
		if (known.add(status)) {
			switch (FileStatus.valueOf(status)) {
				case ACTIVE:
					return DemoSignIn.VOLUNTEER.email();
				case SUBMITTED:
					return DemoSignIn.APPLICANT.email();
				default:
			}
		}
		return address(row.text("givenName"), row.text("familyName"));
	}

	/** An address of the domain nobody has (RFC 2606). */
	static String address(String givenName, String familyName) {
		return List.of(givenName, familyName)
			.stream()
			.map((name) -> FoldedName.of(name).value().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
			.reduce((given, family) -> given + "." + family + "@demo.example")
			.orElseThrow();
	}

	private void create(Row row, int number, String email, long agent) {
		var name = row.text("givenName") + " " + row.text("familyName");
		var account = this.accounts.save(this.demo.of(email, Role.VOLUNTEER, "Dr " + name));
		var status = FileStatus.valueOf(row.text("status"));
		var file = DemoFile.endingAt(status, LocalDate.now(this.clock).minusDays(age(status, number)));
		var volunteer = this.jdbc
			.sql("""
					insert into volunteer (account_id, given_name, family_name, folded, rpps, mobile, commune, practice, secteur,
					  accepts_regular_patients, languages, file_status, file_step, file_since, submitted_at, cps_asked_on)
					values (:account, :given, :family, :folded, :rpps, :mobile, :commune, :practice, :secteur,
					  :regular, string_to_array(:languages, ','), :status, :step, :since, :submitted, :cps) returning id""")
			.param("account", account.id())
			.param("given", row.text("givenName"))
			.param("family", row.text("familyName"))
			.param("folded", FoldedName.of(row.text("givenName") + " " + row.text("familyName")).value())
			.param("rpps", rpps(number).digits())
			.param("mobile", "+3363998%04d".formatted(number))
			.param("commune", row.text("insee"))
			.param("practice", row.text("practice"))
			.param("secteur", row.text("secteur"))
			.param("regular", row.isTrue("regular"))
			.param("languages", row.text("languages"))
			.param("status", status.name())
			.param("step", file.steps().size())
			.param("since", file.last().on())
			.param("submitted", recordedOn(file.steps().getFirst().on()))
			.param("cps", (status == FileStatus.ACTIVITY_DECLARED) ? file.last().on() : null, Types.DATE)
			.query(Long.class)
			.single();
		write(file.steps(), volunteer, account.id(), agent);
	}

	/** Some files have waited for weeks, others for a day or two. */
	private static int age(FileStatus status, int number) {
		return status.isPending() ? 1 + number * 7 % 26 : 90 - number;
	}

	private void write(List<DemoFile.Step> steps, long volunteer, long doctor, long agent) {
		DemoFile.Step before = null;
		for (var step : steps) {
			this.jdbc.sql("""
					insert into volunteer_file_step (volunteer_id, number, from_status, from_on, to_status, happened_on,
					  recorded_at, author, recorded_by, note)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(volunteer, steps.indexOf(step) + 1, (before != null) ? before.to().name() : null,
						(before != null) ? before.on() : null, step.to().name(), step.on(), recordedOn(step.on()),
						step.byDoctor() ? "DOCTOR" : "AGENT", step.byDoctor() ? doctor : agent, step.note())
				.update();
			before = step;
		}
	}

	private OffsetDateTime recordedOn(LocalDate day) {
		return day.atTime(10, 0).atZone(this.clock.getZone()).toOffsetDateTime();
	}

	static Rpps rpps(int number) {
		return IntStream.rangeClosed(0, 9)
			.mapToObj((key) -> Rpps.parse("9990%06d%d".formatted(number, key)))
			.flatMap((read) -> read.stream())
			.findFirst()
			.orElseThrow();
	}

}
