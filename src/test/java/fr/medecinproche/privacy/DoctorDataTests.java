package fr.medecinproche.privacy;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.IndemnityLedger;
import fr.medecinproche.indemnity.StatementRounds;
import fr.medecinproche.indemnity.StatementService;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.BillingNumber;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.NoteService;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class DoctorDataTests {

	/** What is done by the people of the agency, or is of patients. */
	private static final Set<String> OF_OTHERS = Set.of("site_host", "site_posting", "long_work", "zone_priority",
			"territory_import", "zone_need", "need_weights", "campaign", "indemnity_month", "invitation",
			"continuation", "appointment", "indemnity_batch");

	@Autowired
	NoteService notes;

	@Autowired
	VolunteerService files;

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	StatementRounds rounds;

	@Autowired
	Statements statements;

	@Autowired
	StatementService service;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer aline;

	@BeforeEach
	void aDoctorWhoHeldAMorning() {
		this.database.clean();
		var agent = this.scenario.agent();
		this.aline = this.scenario.volunteer("Aline", "Roux");
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var slot = this.scenario.taken(this.aline, site, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(this.scenario.volunteer("Jean", "Weber"), site, HalfDay.afternoonOf(TUESDAY));
		this.scenario.appointment(slot, java.time.LocalTime.of(9, 0), Scenario.patient("Philomène", "Castéran"));
		this.notes.write(this.aline.getId(), "Préfère les mardis.", agent.id());
		this.files.noteBillingNumber(this.aline.getId(), BillingNumber.parse("301234567").orElseThrow(),
				FileAuthor.agent(agent.id()));
		this.clock.set(LocalDateTime.of(2027, 2, 2, 9, 0));
		this.ledger.enter(slot.getId(), agent.id());
		this.rounds.makeSomeReady();
		this.service.confirm(this.aline.getId(), YearMonth.of(2027, 1),
				this.statements.of(this.aline.getId(), YearMonth.of(2027, 1)).mark());
	}

	private PageAssertions see() {
		return page(this.mvc.get()
			.uri("/medecin/mes-donnees")
			.with(People.signedIn(this.aline.getAccount().id(), Role.VOLUNTEER))
			.exchange()).isSound();
	}

	private String file() {
		return new String(this.mvc.get()
			.uri("/medecin/mes-donnees.json")
			.with(People.signedIn(this.aline.getAccount().id(), Role.VOLUNTEER))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	@Test
	void a_doctor_reads_all_that_is_held_and_nothing_of_others() {
		see()
			.says("Aline", this.aline.getRpps().digits(), "301234567", "Préfère les mardis.", "12 janvier 2027",
					"Maison de santé de Marciac", "100 €", "accepté")
			.doesNotSay("Philomène")
			.doesNotSay("Castéran")
			.doesNotSay("Weber")
			.doesNotSay("agent@");
	}

	@Test
	void a_doctor_takes_it_away_as_a_file_without_secrets() {
		assertThat(file())
			.contains("\"numeroAssuranceMaladie\":\"301234567\"", "\"texte\":\"Préfère les mardis.\"",
					"\"date\":\"2027-01-12\"", "\"montant\":100.00", "\"tenue\":true")
			.doesNotContain("Castéran", "Weber", "bcrypt", "/compte/", "_hash");
	}

	@Test
	void messages_to_a_number_somebody_only_says_is_theirs_are_not_shown() {
		this.jdbc.sql("""
				insert into outbox_message (dedup_key, channel, recipient, subject, body_text, status, next_attempt_at,
				  not_after, created_at)
				select 'essai:' || channel, channel, recipient, 'Objet', 'Texte', 'PENDING', now(), now(), now()
				from volunteer v join account a on a.id = v.account_id,
				  lateral (values ('SMS', v.mobile), ('EMAIL', upper(a.email))) m (channel, recipient)
				where v.id = ?""").param(this.aline.getId()).update();
		assertThat(file()).contains("\"destinataire\":\"ALINE.ROUX@ESSAI.EXAMPLE\"")
			.doesNotContain("\"destinataire\":\"+");
	}

	@Test
	void nobody_else_has_that_page() {
		assertThat(this.mvc.get().uri("/medecin/mes-donnees").with(People.agent())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/medecin/mes-donnees.json")).hasStatus3xxRedirection();
		var other = this.scenario.account("sans.dossier@essai.example", Role.VOLUNTEER);
		page(this.mvc.get().uri("/medecin/mes-donnees").with(People.signedIn(other.id(), Role.VOLUNTEER)).exchange())
			.isSound()
			.says("sans.dossier@essai.example")
			.doesNotSay("Roux");
	}

	@Test
	void every_table_that_refers_to_a_doctor_or_an_account_is_told_or_is_not_of_doctors() {
		var told = Arrays.stream(DoctorTable.values()).map(DoctorTable::sql).collect(Collectors.joining("\n"));
		List<String> referring = this.jdbc.sql("""
				select distinct c.conrelid::regclass::text from pg_constraint c
				where c.contype = 'f' and c.confrelid in ('account'::regclass, 'volunteer'::regclass)""")
			.query(String.class)
			.list();
		assertThat(referring).hasSizeGreaterThan(30)
			.filteredOn((table) -> !OF_OTHERS.contains(table))
			.allSatisfy((table) -> assertThat(told).containsPattern("(from|join) " + table + "\\b"));
	}

	@Test
	void asks_as_many_questions_for_many_rows_as_for_few() {
		int few = QueryCount.of(this::see);
		for (int n = 0; n < 5; n++) {
			this.notes.write(this.aline.getId(), "Note " + n,
					SignedIn.as(this.scenario.account(n + "@essai.example", Role.AGENT)).accountId());
		}
		assertThat(QueryCount.of(this::see)).isEqualTo(few);
	}

}
