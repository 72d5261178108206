package fr.medecinproche.volunteer;

import java.time.LocalDateTime;

import fr.medecinproche.account.ClosingService;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ClosedAccountsTests {

	@Autowired
	ClosedAccounts closedAccounts;

	@Autowired
	ClosingService closing;

	@Autowired
	Volunteers volunteers;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer volunteer;

	@BeforeEach
	void aDoctorWhoHeldAHalfDayAndLeft() {
		this.database.clean();
		this.volunteer = this.scenario.volunteer("Philomene", "Casteran");
		this.scenario.taken(this.volunteer, this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC),
				HalfDay.morningOf(TUESDAY));
		this.clock.set(LocalDateTime.of(2027, 1, 13, 8, 0));
		this.closing.close(this.volunteer.getAccount().id());
	}

	@Test
	void a_name_stays_on_what_is_owed_for_ten_years() {
		this.clock.set(LocalDateTime.of(2037, 1, 13, 8, 0));
		this.closedAccounts.forgetOldProofs();
		assertThat(now().getFamilyName()).isEqualTo("Casteran");
		this.clock.set(LocalDateTime.of(2037, 1, 13, 8, 1));
		this.closedAccounts.forgetOldProofs();
		this.closedAccounts.forgetOldProofs();
		assertThat(now().getTitle()).doesNotContain("Philomene", "Casteran");
		assertThat(now().getRpps()).isNotEqualTo(this.volunteer.getRpps());
	}

	@Test
	void whoever_has_not_left_is_not_forgotten() {
		var other = this.scenario.volunteer("Aline", "Roux");
		this.clock.set(LocalDateTime.of(2047, 1, 13, 8, 0));
		this.closedAccounts.forgetOldProofs();
		assertThat(this.volunteers.findById(other.getId()).orElseThrow().getFamilyName()).isEqualTo("Roux");
	}

	@Test
	void what_was_answered_to_join_is_forgotten_at_once() {
		var other = this.scenario.volunteer("Aline", "Roux");
		this.jdbc.sql("""
				insert into volunteer_application (volunteer_id, cdom, specialty, fragile_zone, insurer_informed, zones,
				  weekdays, start) values (?, '32', 'Gériatrie', false, true, '{}', '{TUESDAY}', 'AT_ONCE')""")
			.param(other.getId())
			.update();
		this.closing.close(other.getAccount().id());
		assertThat(this.jdbc.sql("select count(*) from volunteer_application").query(Long.class).single()).isZero();
	}

	private Volunteer now() {
		return this.volunteers.findById(this.volunteer.getId()).orElseThrow();
	}

}
