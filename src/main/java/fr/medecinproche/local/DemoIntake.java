package fr.medecinproche.local;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an agent has noted of some invented doctors, and a list of others that waits to be
 * imported.
 */
@Component
@OnLocalMachine
@Order(11)
class DemoIntake implements DemoPart {

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoIntake(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var agent = this.jdbc.sql("select id from account where email = :email")
			.param("email", DemoSignIn.AGENT.email())
			.query(Long.class)
			.single();
		note(agent, 1, "Préfère être appelé en fin de journée.", 12);
		note(agent, 2, "Peut loger chez un confrère de Marciac.", 5);
		note(agent, 2, "A demandé une attestation pour son assureur : envoyée.", 2);
		var list = this.jdbc.sql("""
				insert into volunteer_intake (file_name, read_by, read_at) values ('volontaires-2025.csv', ?, ?)
				returning id""")
			.params(agent, this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
		line(list, 2, "Lison", "Barthe", "ACCEPTED", "");
		line(list, 3, "Bastien", "Courrège", "CORRECTED", "NAME_CAPITALS");
		refused(list, 4, "RPPS_KEY");
		refused(list, 5, "COMMUNE_SUGGESTED|Plaisance (Gers) – 32160");
	}

	private void note(long agent, int doctor, String text, int daysAgo) {
		this.jdbc.sql("""
				insert into volunteer_note (volunteer_id, text, written_by, written_at)
				select id, ?, ?, ? from volunteer order by id offset ? limit 1""")
			.params(text, agent, this.clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC),
					doctor - 1)
			.update();
	}

	private void line(long list, int line, String givenName, String familyName, String outcome, String remark) {
		this.jdbc
			.sql("""
					insert into volunteer_intake_line (intake_id, line, outcome, remarks, email, rpps, given_name, family_name,
					  mobile, commune, practice, secteur, status, since)
					values (?, ?, ?, string_to_array(?, ';'), ?, ?, ?, ?, '+33639980099', '31555', 'LIBERAL_INSTALLE',
					  'SECTEUR_1', 'ACTIVE', ?)""")
			.params(list, line, outcome, remark, DemoDoctors.address(givenName, familyName),
					DemoDoctors.rpps(900 + line).digits(), givenName, familyName,
					LocalDate.now(this.clock).minusYears(1))
			.update();
	}

	private void refused(long list, int line, String remark) {
		this.jdbc
			.sql("""
					insert into volunteer_intake_line (intake_id, line, outcome, remarks) values (?, ?, 'REFUSED', array[?])""")
			.params(list, line, remark)
			.update();
	}

}
