package fr.medecinproche.local;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class DemoDataTests {

	@Autowired
	CleanDatabase database;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ApplicationContext context;

	private DemoWorld demo;

	@BeforeEach
	void anEvaluatorsMachine() {
		this.database.clean();
		this.demo = new DemoWorld(this.context);
	}

	@AfterEach
	void close() {
		this.demo.close();
	}

	private void create() {
		this.demo.create();
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) " + sql).query(Long.class).single();
	}

	@Test
	void fills_an_empty_database_once() {
		create();
		long halfDays = count("from half_day_slot");
		create();
		assertThat(count("from half_day_slot")).isEqualTo(halfDays).isBetween(500L, 1500L);
		assertThat(count("from volunteer where file_status = 'ACTIVE'")).isEqualTo(30);
		assertThat(count("from volunteer where file_status = 'SUBMITTED'")).isEqualTo(4);
		assertThat(count("from half_day_slot where status = 'TAKEN'")).isBetween(100L, halfDays / 2);
		assertThat(count("from appointment where status = 'BOOKED'")).isGreaterThan(400);
		assertThat(count("from appointment where status = 'CANCELLED'")).isPositive();
		assertThat(count("from outbox_message")).isLessThanOrEqualTo(10);
		assertThat(count("from opening_pattern_version where opened > 0")).isPositive();
		assertThat(count("from expected_while_closed")).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "00:05", "07:30", "08:59", "13:00", "23:55" })
	void is_made_at_any_hour_of_a_working_day(LocalTime hour) {
		this.clock.set(LocalDate.of(2026, 11, 23).atTime(hour));
		create();
		assertThat(count("from appointment where status = 'BOOKED'")).isGreaterThan(400);
	}

	@Test
	void shows_places_that_say_they_are_invented_in_most_zones() {
		create();
		assertThat(count("from consultation_site where not demo or nom not like '%(démonstration)'")).isZero();
		assertThat(this.jdbc.sql("select count(distinct zone) from consultation_site where status = 'OPEN'")
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(20);
		assertThat(count("from zone_need where source not like 'démonstration%'")).isZero();
		assertThat(count("from zone_need")).isBetween(28L * 4, 28L * 5 - 1);
		assertThat(count("from consultation_site where status = 'SUSPENDED'")).isEqualTo(1);
		assertThat(count("from consultation_site where status = 'PREPARING'")).isEqualTo(2);
		assertThat(count("from site_preparation p join consultation_site s on s.id = p.site_id "
				+ "where s.status = 'PREPARING' and p.missing and p.due is not null"))
			.isPositive();
		assertThat(count("from half_day_slot where stop_id is not null")).isPositive();
		assertThat(count("from site_proposal where status = 'TO_REVIEW'")).isEqualTo(2);
		assertThat(count("from site_week_need")).isEqualTo(3);
	}

	@Test
	void keeps_every_doctor_within_two_days_a_month() {
		create();
		assertThat(count("from (select from half_day_slot where volunteer_id is not null "
				+ "group by volunteer_id, month having count(*) > 4) over_the_cap"))
			.isZero();
		assertThat(count("from half_day_slot where extract(isodow from day) > 5")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22T22:30", "2027-01-04T10:05", "2026-12-24T18:00", "2027-04-30T23:59" })
	void gives_the_demo_doctor_a_day_at_marciac_whatever_the_day(LocalDateTime now) {
		this.clock.set(now);
		create();
		assertThat(count("""
				from half_day_slot h join volunteer v on v.id = h.volunteer_id join account a on a.id = v.account_id
				join consultation_site s on s.id = h.site_id join site_host t on t.site_id = s.id
				join appointment p on p.slot_id = h.id and p.status = 'BOOKED'
				where a.email = 'medecin@demo.example' and s.commune = '32233'
				and h.day = (select min(day) from half_day_slot where day >= '%s')""".formatted(now.toLocalDate())))
			.isGreaterThanOrEqualTo(2);
	}

	@Test
	void shows_a_closed_statement_one_to_check_a_disputed_one_and_half_days_to_confirm() {
		create();
		assertThat(count("from indemnity_statement where closed_at is not null")).isEqualTo(1);
		assertThat(count("from indemnity_statement where ready_at is not null and closed_at is null")).isEqualTo(3);
		assertThat(count("from indemnity_statement where confirmed_at is not null and closed_at is null")).isEqualTo(1);
		assertThat(count("from indemnity_batch where lines = 2 and total_cents = 20000")).isEqualTo(1);
		assertThat(count("from invitation where accepted_at is null")).isEqualTo(3);
		assertThat(count("from indemnity_dispute where outcome is null")).isEqualTo(1);
		assertThat(count("from half_day_slot h where day < '2027-01-01' and not exists "
				+ "(select from half_day_presence p where p.slot_id = h.id)"))
			.isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(DemoSignIn.class)
	void lets_everybody_sign_in_with_the_one_password(DemoSignIn somebody) {
		create();
		assertThat(this.mvc.post()
			.uri("/compte/connexion")
			.with(csrf())
			.param("email", somebody.email())
			.param("password", "demonstration")).hasStatus3xxRedirection()
			.redirectedUrl()
			.matches("/(ars|medecin|lieu|regulation)");
	}

	@Test
	void has_people_waiting_in_every_zone_none_of_whom_was_told() {
		create();
		assertThat(count("from intercommunalite z where priority and not exists (select from waiting_entry e "
				+ "join commune c on c.insee = e.commune where c.zone = z.siren)"))
			.isZero();
		assertThat(count("from waiting_offer")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22T22:30", "2026-12-24T18:00", "2027-04-30T23:59" })
	void asks_the_demo_doctor_to_stand_in_once_without_a_letter(LocalDateTime now) {
		this.clock.set(now);
		create();
		assertThat(count("""
				from stand_in_invitation i join stand_in_request r on r.id = i.request_id and r.outcome = 'OPEN'
				join volunteer v on v.id = i.volunteer_id join account a on a.id = v.account_id
				where a.email = 'medecin@demo.example'""")).isOne();
		assertThat(count("from outbox_message where dedup_key like 'stand-in%'")).isZero();
	}

	@Test
	void shows_a_call_that_runs_and_one_that_is_over_without_a_letter() {
		create();
		assertThat(count("from campaign where status = 'RUNNING'")).isOne();
		assertThat(count("from campaign where status = 'OVER'")).isOne();
		assertThat(count("from campaign_unmet where open_until > now()")).as("to be resumed").isOne();
		assertThat(count("from campaign_invitation where answer <> 'OPEN'")).isPositive();
		assertThat(count("from campaign_half_day")).isPositive();
		assertThat(count("from outbox_message where dedup_key like 'campaign:%'")).isZero();
	}

}
