package fr.medecinproche.volunteer.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.FirstEntryService;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Works;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.FileSteps;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerWelcomes;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.UploadedTable;
import fr.medecinproche.work.LongWork;
import fr.medecinproche.work.WorkStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationTest
class IntakeTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

	private static final String HEADER = "Nom;Prénom;Courriel;N° RPPS;Téléphone;Ville;Situation;Secteur;Statut;Depuis le\n";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	IntakeReading reading;

	@Autowired
	IntakeMaking making;

	@Autowired
	IntakeForgetting forgetting;

	@Autowired
	VolunteerWelcomes welcomes;

	@Autowired
	Volunteers volunteers;

	@Autowired
	FileSteps steps;

	@Autowired
	Accounts accounts;

	@Autowired
	FirstEntryService entries;

	@Autowired
	Works works;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	DataSource dataSource;

	@Autowired
	JdbcClient jdbc;

	private SignedIn agent;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.agent = SignedIn.as(this.scenario.agent());
	}

	@Test
	void says_line_by_line_what_would_become_of_a_list_and_writes_no_file() {
		var known = this.scenario.volunteer("Anne", "Abadie");
		var report = send(("\uFEFF" + HEADER + good(1, "Marciac", "")
				+ good(2, "Ancizan", "actif;02/09/2025").replace("Zolac", "ZOLA") + good(1, "Marciac", "")
				+ "Zola;Zoé;zoe(at)essai.example;99900000037;06 39 98 00 01;Marciac;;1;;\n"
				+ "=cmd|' /C calc'!A0;Zoé;a@essai.example;" + rpps(5) + ";0639980001;Marciac;;1;;\n"
				+ "Zola;Zoé;b@essai.example;1,00012E+10;12;Plaisanse;;1;parti;31/02/2026\n"
				+ "Abadie;Anne;autre@essai.example;" + known.getRpps() + ";0639980001;Marciac;libéral;1;;\n"
				+ "Zola;Zoé;agent@essai.example;" + rpps(7) + ";639980001;Marciac;libéral;1;;01/02/2027\n")
			.getBytes(StandardCharsets.UTF_8), People.agent());
		page(report).isSound()
			.says("Rien n’est encore créé", "2 médecins peuvent être importés", "Ligne 2", "acceptée", "corrigée",
					"Les majuscules du nom", "Ce médecin est déjà à la ligne 2", "L’adresse e-mail n’est pas complète",
					"une formule", "n’a pas 11 chiffres", "ne peut pas être appelé", "Peut-être", "Plaisance",
					"Ce statut n’est pas compris", "Cette date n’est pas comprise", "a déjà un dossier",
					"celle d’un autre compte", "pas encore arrivée");
		assertThat(outcomes()).isEqualTo(Map.of("ACCEPTED", 1L, "CORRECTED", 1L, "KNOWN", 1L, "REFUSED", 5L));
		assertThat(count("volunteer")).isOne();
		assertThat(this.jdbc
			.sql("select count(*) from volunteer_intake_line where outcome in ('REFUSED', 'KNOWN') "
					+ "and num_nonnulls(email, rpps, given_name, family_name, mobile, commune) > 0")
			.query(Integer.class)
			.single()).as("what is not imported is not kept").isZero();
	}

	@Test
	void an_old_spreadsheet_s_encoding_and_commas_are_read_as_well() {
		var file = HEADER + good(1, "Salles-d’Aude", "actif");
		page(send(file.replace(";", ",").getBytes(Charset.forName("windows-1252")), People.agent())).isSound()
			.says("Un médecin peut être importé", "Dr Zoé Zolab", "Pas de date");
	}

	@Test
	void a_file_that_is_no_list_is_refused_where_it_was_chosen() {
		page(upload("Nom;Prénom\nZola;Zoé".getBytes(StandardCharsets.UTF_8), People.agent())).isSound()
			.says("n’a pas pu être lue", "Il manque une colonne")
			.has("#fichier[aria-invalid=true]");
		page(upload(new byte[0], People.agent())).isSound().says("Choisissez un fichier");
		page(get("/ars/medecins/import", People.agent())).isSound()
			.says("code INSEE", "point-virgule")
			.hasNo("[role=alert]");
		assertThat(count("volunteer_intake")).isZero();
	}

	@Test
	void makes_files_whose_history_is_honest_and_applying_twice_changes_nothing() {
		send((HEADER + good(1, "Marciac", "") + good(2, "Marciac", "actif;02/09/2025")
				+ good(3, "Marciac", "CPAM;04/01/2027"))
			.getBytes(StandardCharsets.UTF_8), People.agent());
		assertThat(run(1, true).status()).isEqualTo(WorkStatus.DONE);
		var active = volunteer(2);
		assertThat(active.getFile().since()).isEqualTo(LocalDate.of(2025, 9, 2));
		assertThat(active.isActive()).isTrue();
		assertThat(this.steps.of(active.getId())).allMatch((step) -> step.isImported())
			.allMatch((step) -> step.getAuthor() == FileAuthor.Kind.AGENT)
			.extracting((step) -> step.getTo())
			.containsExactly(FileStatus.SUBMITTED, FileStatus.ACTIVE);
		assertThat(volunteer(3).getFileStatus()).isEqualTo(FileStatus.ACTIVITY_DECLARED);
		page(get("/ars/medecins/" + active.getId(), People.agent())).isSound()
			.says("repris d’une liste de l’agence", "noté par l’agence le lundi 4 janvier 2027", "2 septembre 2025",
					"pas encore confirmée");
		page(get("/ars/medecins/import/1", People.agent())).isSound()
			.says("3 dossiers ont été créés", "Dr Zoé Zolad")
			.hasNo("form[action$=/execution]");
		assertThat(post("/ars/medecins/import/1/execution")).hasRedirectedUrl("/ars/medecins/import/1");
		send((HEADER + good(1, "Marciac", "") + good(2, "Marciac", "")).getBytes(StandardCharsets.UTF_8),
				People.agent());
		page(get("/ars/medecins/import/2", People.agent())).says("Rien n’est encore créé")
			.hasNo("form[action$=/execution]");
		assertThat(count("volunteer")).isEqualTo(3);
		assertThat(this.jdbc.sql("select action from journal_entry order by number").query(String.class).list())
			.containsExactly("volunteer.import.started", "volunteer.import.done");
		assertThat(get("/ars/medecins/import/1/compte-rendu.csv", People.agent())).bodyText()
			.startsWith("\uFEFF\"Ligne\";\"Résultat\"")
			.contains("\"2\";\"acceptée\"")
			.doesNotContain("Zola", "essai.example");
	}

	@Test
	void imported_doctors_are_invited_in_slices_and_come_in_by_the_link() {
		int doctors = VolunteerWelcomes.SLICE + 1;
		send((HEADER + IntStream.rangeClosed(1, doctors)
			.mapToObj((n) -> good(n, "Marciac", "actif;02/09/2025"))
			.collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8), People.agent());
		run(1, false);
		assertThat(this.welcomes.inviteSome()).as("nobody has asked to write yet").isZero();
		post("/ars/medecins/import/1/invitations");
		assertThat(this.welcomes.inviteSome()).isEqualTo(VolunteerWelcomes.SLICE);
		assertThat(this.welcomes.inviteSome()).isOne();
		assertThat(this.welcomes.inviteSome()).isZero();
		assertThat(count("outbox_message")).isEqualTo(doctors);
		this.jdbc.sql("delete from outbox_message where recipient <> 'zoe1@essai.example'").update();
		var link = new Letters(this.jdbc).linkIn("/compte/bienvenue/[\\w-]+");
		page(this.mvc.get().uri(link).exchange()).isSound().says("Choisissez un mot de passe");
		page(this.mvc.post().uri(link).with(Genuine.form()).param("password", "court").exchange()).isSound()
			.has("#password[aria-invalid=true]");
		var chosen = this.mvc.post().uri(link).with(Genuine.form()).param("password", Scenario.PASSWORD).exchange();
		assertThat(chosen).hasRedirectedUrl("/compte/connexion");
		page(this.mvc.get().uri(link).exchange()).isSound().says("ne fonctionne plus");
		assertThat(volunteer(1).getAccount().isEmailConfirmed()).isTrue();
	}

	@Test
	void who_has_come_in_by_another_way_no_longer_does_by_the_letter() {
		send((HEADER + good(1, "Marciac", "actif;02/09/2025")).getBytes(StandardCharsets.UTF_8), People.agent());
		run(1, false);
		post("/ars/medecins/import/1/invitations");
		this.welcomes.inviteSome();
		var link = new Letters(this.jdbc).linkIn("/compte/bienvenue/[\\w-]+");
		this.jdbc
			.sql("update account set email_confirmed_at = now(), password_hash = 'theirs' where email like 'zoe1@%'")
			.update();
		page(this.mvc.get().uri(link).exchange()).isSound().says("ne fonctionne plus");
		page(this.mvc.post().uri(link).with(Genuine.form()).param("password", Scenario.PASSWORD).exchange()).isSound()
			.says("ne fonctionne plus");
		var secret = link.substring(link.lastIndexOf('/') + 1);
		assertThatThrownBy(() -> this.entries.accept(secret, Scenario.PASSWORD))
			.isInstanceOf(AccountRefusedException.class);
		assertThat(this.jdbc.sql("select password_hash from account where email like 'zoe1@%'")
			.query(String.class)
			.single()).isEqualTo("theirs");
	}

	@Test
	void an_imported_doctor_is_asked_at_home_to_check_what_is_known_and_puts_it_right_once() {
		send((HEADER + good(1, "Marciac", "actif;02/09/2025")).getBytes(StandardCharsets.UTF_8), People.agent());
		run(1, false);
		this.jdbc.sql("update account set email_confirmed_at = now()").update();
		var doctor = People.signedIn(volunteer(1).getAccount().id(), Role.VOLUNTEER);
		page(get("/medecin", doctor)).isSound().says("L’agence vous connaissait déjà");
		page(get("/medecin/dossier/coordonnees", doctor)).isSound().has("#familyName[value=Zolab]");
		page(details(doctor, "10000000000", "Auch")).isSound().has("#rpps[aria-invalid=true]");
		assertThat(details(doctor, rpps(1), "Auch")).hasRedirectedUrl("/medecin/dossier");
		assertThat(volunteer(1).getCommune().getNom()).isEqualTo("Auch");
		page(get("/medecin", doctor)).isSound().doesNotSay("L’agence vous connaissait déjà");
		assertThat(get("/medecin/dossier/coordonnees", doctor)).hasRedirectedUrl("/medecin/dossier");
		assertThat(details(doctor, rpps(1), "Blagnac")).hasRedirectedUrl("/medecin/dossier");
		assertThat(volunteer(1).getCommune().getNom()).isEqualTo("Auch");
	}

	@Test
	void a_doctor_whose_file_is_yet_to_be_looked_at_corrects_their_number_too() {
		send((HEADER + good(1, "Marciac", "")).getBytes(StandardCharsets.UTF_8), People.agent());
		run(1, false);
		this.jdbc.sql("update account set email_confirmed_at = now()").update();
		var doctor = People.signedIn(volunteer(1).getAccount().id(), Role.VOLUNTEER);
		var other = this.scenario.candidate("Anne", "Abadie");
		page(details(doctor, other.getRpps().digits(), "Auch")).isSound().says("Un autre dossier porte ce numéro");
		assertThat(details(doctor, rpps(77), "Auch")).hasRedirectedUrl("/medecin/dossier");
		assertThat(volunteer(1).getRpps().digits()).isEqualTo(rpps(77));
	}

	@Test
	void the_number_of_a_doctor_whose_file_is_accepted_is_not_theirs_to_change() {
		send((HEADER + good(1, "Marciac", "actif;02/09/2025")).getBytes(StandardCharsets.UTF_8), People.agent());
		run(1, false);
		this.jdbc.sql("update account set email_confirmed_at = now()").update();
		var doctor = People.signedIn(volunteer(1).getAccount().id(), Role.VOLUNTEER);
		page(details(doctor, rpps(77), "Auch")).isSound().says("écrivez à l’agence").has("#rpps[aria-invalid=true]");
		assertThat(volunteer(1).getRpps().digits()).isEqualTo(rpps(1));
		assertThat(volunteer(1).getCommune().getNom()).isEqualTo("Marciac");
		assertThat(details(doctor, rpps(1), "Auch")).hasRedirectedUrl("/medecin/dossier");
		assertThat(volunteer(1).getCommune().getNom()).isEqualTo("Auch");
		assertThat(this.jdbc.sql("select account_id from journal_entry where action = 'volunteer.corrected'")
			.query(Long.class)
			.list()).containsExactly(volunteer(1).getAccount().id());
	}

	private MvcTestResult details(RequestPostProcessor doctor, String rpps, String commune) {
		return this.mvc.post()
			.uri("/medecin/dossier/coordonnees")
			.param("rpps", rpps)
			.param("givenName", "Zoé")
			.param("familyName", "Zola")
			.param("mobile", "06 39 98 00 01")
			.param("commune", commune)
			.param("practice", "SALARIE")
			.param("secteur", "SANS_OBJET")
			.with(doctor)
			.with(Genuine.form())
			.exchange();
	}

	@Test
	void nobody_imported_takes_a_half_day_before_they_have_answered_at_their_address() {
		send((HEADER + good(1, "Marciac", "actif;02/09/2025")).getBytes(StandardCharsets.UTF_8), People.agent());
		run(1, false);
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		assertThatThrownBy(() -> this.scenario.taken(volunteer(1), site, HalfDay.morningOf(Scenario.TUESDAY)))
			.isInstanceOf(SchedulingRefusedException.class);
		this.jdbc.sql("update account set email_confirmed_at = now()").update();
		this.scenario.taken(volunteer(1), site, HalfDay.afternoonOf(Scenario.TUESDAY));
	}

	@Test
	void no_sql_imports_a_step_into_a_file_that_was_followed_here() {
		var candidate = this.scenario.candidate("Zoé", "Zola");
		assertThatThrownBy(() -> this.jdbc.sql("""
				insert into volunteer_file_step (volunteer_id, number, from_status, from_on, to_status, happened_on,
				  recorded_at, author, recorded_by, imported)
				values (?, 2, 'SUBMITTED', ?, 'ACTIVE', ?, ?, 'AGENT', ?, true)""")
			.params(candidate.getId(), MONDAY, MONDAY, this.clock.instant().atOffset(ZoneOffset.UTC),
					this.agent.accountId())
			.update()).satisfies((ex) -> assertThat(BrokenConstraint.of(ex)).isEqualTo("volunteer_file_step_imported"));
	}

	@Test
	void of_two_lists_with_the_same_doctor_imported_at_once_one_makes_the_file() throws InterruptedException {
		for (int list = 0; list < 4; list++) {
			this.reading.read("liste.csv", table(HEADER + good(1, "Marciac", "") + good(10 + list, "Marciac", "")),
					this.agent);
		}
		var outcomes = Race.of(4, (list) -> this.making.makeSome(list + 1, this.agent.accountId(), true));
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(count("volunteer")).isEqualTo(5);
		assertThat(this.jdbc.sql("select count(*) from account where email = 'zoe1@essai.example'")
			.query(Integer.class)
			.single()).isOne();
		assertThat(outcomes()).isEqualTo(Map.of("ACCEPTED", 5L, "KNOWN", 3L));
	}

	@Test
	void a_list_that_is_stopped_has_made_whole_files_and_goes_on_later() {
		int doctors = 120;
		send((HEADER + IntStream.rangeClosed(1, doctors)
			.mapToObj((n) -> good(n, "Marciac", ""))
			.collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8), People.agent());
		int some = this.making.makeSome(1, this.agent.accountId(), false);
		assertThat(count("volunteer")).isEqualTo(some).isBetween(1, doctors - 1);
		assertThat(this.jdbc.sql("select count(*) from volunteer_intake_line where volunteer_id is not null")
			.query(Integer.class)
			.single()).isEqualTo(some);
		page(get("/ars/medecins/import/1", People.agent())).isSound()
			.says((doctors - some) + " médecins peuvent être importés");
		run(1, false);
		assertThat(count("volunteer")).isEqualTo(doctors);
		assertThat(count("volunteer_welcome")).isEqualTo(doctors);
	}

	@Test
	void the_button_that_stops_an_import_leaves_whole_files_and_the_import_goes_on_later() throws SQLException {
		int doctors = 120;
		send((HEADER + IntStream.rangeClosed(1, doctors)
			.mapToObj((n) -> good(n, "Marciac", ""))
			.collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8), People.agent());
		String work;
		// the work waits at its very beginning for who holds what it needs
		try (var other = this.dataSource.getConnection()) {
			other.setAutoCommit(false);
			other.createStatement()
				.execute("select pg_advisory_xact_lock(hashtext('medecin-proche.volunteer-intake'))");
			work = String.valueOf(post("/ars/medecins/import/1/execution").getResponse().getRedirectedUrl());
			assertThat(post(work + "/arret")).hasStatus3xxRedirection();
			other.rollback();
		}
		assertThat(this.works.await(work).status()).isEqualTo(WorkStatus.STOPPED);
		int made = count("volunteer");
		assertThat(made).isBetween(1, doctors - 1);
		assertThat(count("account where role = 'VOLUNTEER'")).isEqualTo(made);
		assertThat(count("volunteer_welcome")).isEqualTo(made);
		assertThat(count("volunteer_intake_line where volunteer_id is not null")).isEqualTo(made);
		assertThat(count("journal_entry where action = 'volunteer.import.stopped' and detail = '" + made + "'"))
			.isOne();
		page(get("/ars/medecins/import/1", People.agent())).isSound()
			.says((doctors - made) + " médecins peuvent être importés");
		run(1, false);
		assertThat(count("volunteer")).isEqualTo(doctors);
	}

	@Test
	void a_doctor_without_a_phone_number_is_asked_for_one_on_the_first_visit() {
		page(send((HEADER + good(1, "Marciac", "").replace("06 39 98 00 01", "")
				+ good(2, "Marciac", "").replace("06 39 98 00 01", "poste 12"))
			.getBytes(StandardCharsets.UTF_8), People.agent()))
			.says("2 médecins peuvent être importés", "il est laissé de côté");
		run(1, false);
		assertThat(count("volunteer where mobile is null")).isEqualTo(2);
		page(get("/ars/medecins/1", People.agent())).isSound().says("pas encore donné");
	}

	@Test
	void ten_thousand_lines_are_read_with_queries_by_the_thousand() {
		var few = table(HEADER
				+ IntStream.rangeClosed(1, 10).mapToObj((n) -> good(n, "Marciac", "")).collect(Collectors.joining()));
		var many = table(HEADER + IntStream.rangeClosed(1, UploadedTable.MAX_ROWS)
			.mapToObj((n) -> good(n, (n % 2 == 0) ? "Toulouse" : "Auch", "actif"))
			.collect(Collectors.joining()));
		int one = QueryCount.of(() -> this.reading.read("liste.csv", few, this.agent));
		assertThat(QueryCount.of(() -> this.reading.read("liste.csv", many, this.agent))).isEqualTo(one + 9);
		assertThat(this.jdbc
			.sql("select count(*) from volunteer_intake_line where intake_id = 2 and outcome = 'CORRECTED'")
			.query(Integer.class)
			.single()).isEqualTo(UploadedTable.MAX_ROWS);
		page(get("/ars/medecins/import/2?page=199", People.agent())).isSound().says("Ligne 10");
		int page = QueryCount.of(() -> get("/ars/medecins/import/1", People.agent()));
		assertThat(QueryCount.of(() -> get("/ars/medecins/import/2", People.agent()))).isEqualTo(page);
	}

	@Test
	void agents_of_other_places_neither_import_doctors_of_here_nor_see_the_list() {
		page(send((HEADER + good(1, "Marciac", "") + good(2, "Toulouse", "")).getBytes(StandardCharsets.UTF_8),
				People.agentOf("32")))
			.says("Un médecin peut être importé", "hors de votre territoire");
		assertThat(get("/ars/medecins/import/1", People.agentOf("31"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/medecins/import/1/compte-rendu.csv", People.agentOf("31")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/medecins/import/1", People.agentOf("R76"))).hasStatusOk();
		assertThat(
				this.mvc.post().uri("/ars/medecins/import/1/execution").with(People.agentOf("31")).with(Genuine.form()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void what_nobody_imports_is_forgotten_and_a_list_may_be_thrown_away() {
		send((HEADER + good(1, "Marciac", "")).getBytes(StandardCharsets.UTF_8), People.agent());
		this.clock.set(MONDAY.plusDays(8).atTime(12, 0));
		this.forgetting.forget();
		assertThat(this.jdbc.sql("select count(*) from volunteer_intake_line where email is not null")
			.query(Integer.class)
			.single()).isZero();
		page(get("/ars/medecins/import/1", People.agent())).isSound()
			.says("a été effacé le")
			.hasNo("form[action$=/execution]");
		assertThat(post("/ars/medecins/import/1/execution")).hasRedirectedUrl("/ars/medecins/import/1");
		assertThat(this.mvc.delete().uri("/ars/medecins/import/1").with(People.agent()).with(Genuine.form()))
			.hasRedirectedUrl("/ars/medecins/import");
		assertThat(count("volunteer_intake")).isZero();
		assertThat(count("volunteer")).isZero();
	}

	/** Nobody's name has a figure in it. */
	private static String name(int number) {
		return "Zola" + String.valueOf(number)
			.chars()
			.mapToObj((c) -> String.valueOf((char) (c - '0' + 'a')))
			.collect(Collectors.joining());
	}

	private static String good(int number, String commune, String statusAndDay) {
		return "%s;Zoé;Zoe%d@Essai.example;%s;06 39 98 00 01;%s;libéral;1;%s%s\n"
			.formatted(name(number), number, rpps(number), commune, statusAndDay, statusAndDay.contains(";") ? "" : ";")
			.replace("’", "'");
	}

	private static String rpps(int number) {
		return Scenario.rpps(5000 + number).digits();
	}

	private static UploadedTable table(String text) {
		return UploadedTable.read(text.getBytes(StandardCharsets.UTF_8), IntakeColumns.ALL);
	}

	private Volunteer volunteer(int number) {
		var account = this.accounts.findByEmail(new EmailAddress("zoe%d@essai.example".formatted(number)))
			.orElseThrow();
		return this.volunteers.findByAccount(account.id()).orElseThrow();
	}

	private LongWork run(long list, boolean inviting) {
		var started = this.mvc.post()
			.uri("/ars/medecins/import/" + list + "/execution")
			.param("invitations", String.valueOf(inviting))
			.with(People.agent())
			.with(Genuine.form())
			.exchange();
		return this.works.await(String.valueOf(started.getMvcResult().getResponse().getRedirectedUrl()));
	}

	private MvcTestResult post(String path) {
		return this.mvc.post().uri(path).with(People.agent()).with(Genuine.form()).exchange();
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	private MvcTestResult send(byte[] file, RequestPostProcessor who) {
		var read = upload(file, who);
		return get(String.valueOf(read.getMvcResult().getResponse().getRedirectedUrl()), who);
	}

	private MvcTestResult upload(byte[] file, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/ars/medecins/import")
			.multipart()
			.file(new MockMultipartFile("fichier", "liste.csv", "text/csv", file))
			.with(who)
			.with(Genuine.form())
			.exchange();
	}

	private Map<String, Long> outcomes() {
		return this.jdbc.sql("select outcome from volunteer_intake_line")
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy((it) -> it, Collectors.counting()));
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
