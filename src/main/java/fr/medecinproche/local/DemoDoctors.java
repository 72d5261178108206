package fr.medecinproche.local;

import java.time.Clock;
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
		var decided = !row.text("status").equals(FileStatus.SUBMITTED.name());
		var submitted = OffsetDateTime.now(this.clock).minusDays(decided ? 90 - number : 40 - number);
		this.jdbc
			.sql("""
					insert into volunteer (account_id, given_name, family_name, folded, rpps, mobile, commune, practice, secteur,
					  accepts_regular_patients, languages, file_status, refusal_reason, submitted_at, decided_at, decided_by)
					values (:account, :given, :family, :folded, :rpps, :mobile, :commune, :practice, :secteur,
					  :regular, string_to_array(:languages, ','), :status, :reason, :submitted, :decidedAt, :decidedBy)""")
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
			.param("status", row.text("status"))
			.param("reason", row.text("status").equals(FileStatus.REFUSED.name())
					? "Votre numéro RPPS ne figure pas encore dans l’annuaire santé. Revenez quand il y sera." : null)
			.param("submitted", submitted)
			.param("decidedAt", decided ? submitted.plusDays(3) : null)
			.param("decidedBy", decided ? agent : null)
			.update();
	}

	private static Rpps rpps(int number) {
		return IntStream.rangeClosed(0, 9)
			.mapToObj((key) -> Rpps.parse("9990%06d%d".formatted(number, key)))
			.flatMap((read) -> read.stream())
			.findFirst()
			.orElseThrow();
	}

}
