package fr.medecinproche.territory.zoning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.territory.CommuneSearch;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;
import fr.medecinproche.territory.imports.ImportKind;
import fr.medecinproche.territory.imports.Imports;
import fr.medecinproche.territory.imports.NewImport;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Works;
import fr.medecinproche.web.UploadedTable;
import fr.medecinproche.work.WorkStatus;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ZoneImportTests {

	private static final String HAUTE_LANDE = "200069656";

	private static final String LIMOUXIN = "200071926";

	private static final String BASTIDES_ET_VALLONS = "243200508";

	private static final String LIST = """
			siren;nom;departement;population;humeur
			200069656;CC Cœur Haute Lande;40;16702;bonne
			200071926;;;28600;
			200071927;CC mal écrite;11;10;
			200044469;;;;
			""";

	private static final String COMMUNES = """
			insee;siren;nom;codes postaux;population;lat;lon
			40227;200069656;Pissos;40410;1400;44,308;-0,779
			40246;200069656;Sabres;40630;1200;44,149;-0,739
			""";

	@Autowired
	ZoneImportService service;

	@Autowired
	ZoneListService list;

	@Autowired
	Imports imports;

	@Autowired
	Intercommunalites zones;

	@Autowired
	CommuneSearch search;

	@Autowired
	Scenario scenario;

	@Autowired
	Works works;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DataSource dataSource;

	@Autowired
	JavaMigration reference;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private long agent;

	@BeforeEach
	void anAgent() {
		this.database.clean();
		this.agent = this.scenario.agent().id();
	}

	@Test
	void a_list_changes_nothing_before_it_is_applied_then_does_what_it_announced() {
		var before = state();
		var where = upload(LIST.getBytes(Charset.forName("windows-1252")), null,
				People.signedIn(this.agent, Role.AGENT));
		assertThat(state()).isEqualTo(before);
		page(get(where, null)).isSound()
			.says("Rien n’a encore changé", "CC Cœur Haute Lande", "Population totale : 28531 → 28600",
					"Le numéro SIREN 200071927 contient une erreur", "que l’outil ne connaît pas : humeur")
			.has("form[action$=/application]");
		page(get(where + "?etat=refused", null)).isSound().says("Ligne 4").doesNotSay("CC Cœur Haute Lande");
		page(get(where + "?etat=nonsense&page=-3&lang=en", null)).isSound().says("Nothing has changed yet");

		post(where + "/application");
		assertThat(this.zones.seenFrom(HAUTE_LANDE, null)).hasValueSatisfying((zone) -> {
			assertThat(zone.getNom()).isEqualTo("CC Cœur Haute Lande");
			assertThat(zone.getPopulation()).isEqualTo(16_702);
		});
		assertThat(this.zones.regionFigures().zones()).isEqualTo(29);
		assertThat(this.zones.regionFigures().inhabitants()).isEqualTo(323_497 + 16_702 + 28_600 - 28_531);
		page(get("/ars/zones?q=lande", null)).isSound().says("CC Cœur Haute Lande", "n’est pas dessinée");
		page(get("/ars/zones/" + HAUTE_LANDE, null)).isSound().says("contour de cette zone n’est pas connu");
		assertThat(journal()).contains("zone.added", "zones.imported");
	}

	@Test
	void what_is_applied_twice_is_applied_once() {
		var where = upload(LIST.getBytes(StandardCharsets.UTF_8), null, People.signedIn(this.agent, Role.AGENT));
		post(where + "/application");
		var after = state();
		assertThat(post(where + "/application")).hasStatus3xxRedirection();
		assertThat(state()).isEqualTo(after);
		page(get(where, null)).isSound().says("appliqué", "Terminé par").hasNo("form[action$=/application]");
	}

	@Test
	void of_two_agents_who_apply_at_once_one_does_and_the_other_is_told() throws InterruptedException {
		long id = read(LIST, "", null, false);
		var outcomes = Race.of(2, (number) -> this.service.apply(id, null, this.agent, (some) -> {
		}));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).singleElement()
			.extracting((loss) -> ((TerritoryRefusedException) loss).reason())
			.isEqualTo(Reason.IMPORT_ENDED);
		assertThat(periods(HAUTE_LANDE)).isOne();
	}

	@Test
	void a_list_that_was_judged_before_another_change_is_judged_again() {
		long id = read(LIST, "", null, false);
		this.list.retire("200035707", LocalDate.of(2027, 2, 1), null, this.agent);
		assertThat(refusal(id)).isEqualTo(Reason.IMPORT_OUTDATED);
		page(get("/ars/zones/import/" + id, null)).isSound()
			.says("Déposez de nouveau le fichier", "Piège Lauragais Malepère, par agent@essai.example")
			.hasNo("form[action$=/application]");
		assertThat(periods(HAUTE_LANDE)).isZero();
	}

	@Test
	void a_list_that_is_applied_after_its_day_is_judged_again() {
		long id = read(LIST, "", null, false);
		this.clock.set(java.time.LocalDateTime.of(2027, 1, 5, 9, 0));
		assertThat(refusal(id)).isEqualTo(Reason.IMPORT_OUTDATED);
	}

	@Test
	void the_list_an_agent_takes_away_says_what_is_known() {
		apply(read(LIST, "", null, false), null);
		var file = get("/ars/zones/liste.csv", null).getResponse().getContentAsByteArray();
		long id = this.service.read(UploadedTable.read(file, ZoneColumns.ALL).rows(), List.of(), new NewImport(
				ImportKind.ZONES, "liste.csv", List.of(), null, true, LocalDate.of(2027, 1, 4), this.agent), (some) -> {
				});
		var read = this.imports.find(ImportKind.ZONES, id, null).orElseThrow();
		assertThat(read.unchanged()).isEqualTo(29).isEqualTo(read.lines());
		assertThat(this.service.effect(read).changesAnything()).isFalse();
		var gers = UploadedTable.read(get("/ars/zones/liste.csv", "32").getResponse().getContentAsByteArray(),
				ZoneColumns.ALL);
		assertThat(gers.rows()).hasSize(4);
		assertThat(gers.ignored()).isEmpty();
		assertThat(journal()).contains("zones.exported");
	}

	@Test
	void a_complete_list_retires_what_it_does_not_name_within_sight_only() {
		long id = read("siren\n243200508\n", "", "32", true);
		apply(id, "32");
		assertThat(this.zones.seenFrom("32")).extracting((zone) -> zone.getSiren())
			.containsExactly(BASTIDES_ET_VALLONS);
		assertThat(this.zones.seenFrom((String) null)).hasSize(25);
	}

	@Test
	void a_complete_list_with_a_line_refused_is_not_applied() {
		long id = read("siren\n243200508\n243200509\n", "", "32", true);
		assertThat(refusal(id, "32")).isEqualTo(Reason.IMPORT_INCOMPLETE);
		assertThat(this.zones.seenFrom("32")).hasSize(4);
	}

	@Test
	void a_zone_where_somebody_is_expected_is_not_retired_before_that_is_dealt_with() {
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		var slot = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), site,
				new HalfDay(Scenario.TUESDAY, Period.MORNING));
		this.scenario.appointment(slot, java.time.LocalTime.of(9, 0), Scenario.patient("Odette", "Castex"));
		long id = read("siren;date de fin\n243200508;2027-01-12\n", "", null, false);
		assertThat(refusal(id)).isEqualTo(Reason.HALF_DAYS_COMING);
		page(get("/ars/zones/import/" + id, null)).isSound()
			.says("Fermez d’abord ces demi-journées", "Prises : 1 sur 1")
			.hasNo("form[action$=/application]");
		page(get("/ars/zones/" + BASTIDES_ET_VALLONS + "/retrait?date=2027-01-12", null)).isSound()
			.says("patients attendus : 1")
			.has("a[href=/ars/creneaux/" + slot.getId() + "/fermeture]");
		assertThat(this.zones.seenFrom(BASTIDES_ET_VALLONS, null)).isPresent();
		assertThatExceptionOfType(TerritoryRefusedException.class)
			.isThrownBy(() -> this.list.retire(BASTIDES_ET_VALLONS, Scenario.TUESDAY, null, this.agent));
		this.list.retire(BASTIDES_ET_VALLONS, Scenario.TUESDAY.plusDays(1), null, this.agent);
	}

	@Test
	void sites_stand_in_the_communes_a_list_brings() {
		apply(read(LIST, COMMUNES, null, false), null);
		assertThat(this.search.find("pissos", 3)).extracting((match) -> match.insee()).containsExactly("40227");
		var site = this.scenario.openSite("Maison de santé de Sabres", "40246");
		assertThat(site.getZone().getSiren()).isEqualTo(HAUTE_LANDE);
		this.scenario.halfDay(site, new HalfDay(Scenario.TUESDAY, Period.MORNING));
		page(this.mvc.get().uri("/lieux/" + site.getSlug()).exchange()).isSound().says("Maison de santé de Sabres");
		long moved = read("siren\n" + LIMOUXIN + "\n", "insee;siren\n40246;" + LIMOUXIN + "\n99999;" + LIMOUXIN + "\n",
				null, false);
		assertThat(this.imports.find(ImportKind.ZONES, moved, null).orElseThrow().refused()).isEqualTo(2);
	}

	@Test
	void the_reference_files_leave_what_agents_brought_or_changed() throws Exception {
		apply(read(LIST, COMMUNES, null, false), null);
		this.list.retire("200035707", LocalDate.of(2027, 1, 4), null, this.agent);
		var before = state();
		try (var connection = this.dataSource.getConnection()) {
			this.reference.migrate(new Context() {
				@Override
				public @Nullable Configuration getConfiguration() {
					return null;
				}

				@Override
				public java.sql.Connection getConnection() {
					return connection;
				}
			});
		}
		assertThat(state()).isEqualTo(before);
		assertThat(this.zones.seenFrom("200035707", null)).as("retired").isEmpty();
		assertThat(this.search.find("pissos", 3)).hasSize(1);
	}

	@Test
	void an_agent_sees_the_zones_lists_and_imports_of_the_perimeter() {
		long id = read(LIST, "", "R75", false);
		assertThat(this.imports.find(ImportKind.ZONES, id, "R75").orElseThrow().refused()).as("zones of Occitanie")
			.isEqualTo(3);
		apply(id, "R75");
		page(get("/ars/zones", "R75")).isSound()
			.says("CC Cœur Haute Lande", "n’est pas dessinée")
			.doesNotSay("Limouxin")
			.hasNo("svg a[href^=/ars/zones/]");
		page(get("/ars/zones", "R76")).isSound().says("Limouxin").doesNotSay("Lande");
		assertThat(get("/ars/zones/" + HAUTE_LANDE, "R76")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/zones/import/" + id, "R76")).hasStatus(HttpStatus.NOT_FOUND);
		page(get("/ars/departements/40", "R75")).isSound();
		assertThat(get("/ars/zones/import/" + id, null)).hasStatusOk();
	}

	@Test
	void ten_thousand_lines_are_long_work() {
		var communes = IntStream.range(0, 10_000)
			.mapToObj((n) -> "%s%03d,%s,Village %d,40000,44.1,-0.7".formatted(
					List.of("40", "33", "24", "64", "47", "16", "17", "19", "23", "86").get(n / 1000), n % 1000,
					HAUTE_LANDE, n))
			.collect(Collectors.joining("\n", "insee,siren,nom,cp,lat,lon\n", "\n"));
		var me = People.signedIn(this.agent, Role.AGENT);
		var read = this.works.await(upload(LIST.getBytes(StandardCharsets.UTF_8), communes, me));
		assertThat(read.status()).isEqualTo(WorkStatus.DONE);
		var where = String.valueOf(read.result());
		page(get(where, null)).isSound().says("10 00");
		var applied = this.works.await(String.valueOf(post(where + "/application").getResponse().getRedirectedUrl()));
		assertThat(applied.status()).isEqualTo(WorkStatus.DONE);
		assertThat(this.jdbc.sql("select count(*) from commune where zone = ?")
			.param(HAUTE_LANDE)
			.query(Long.class)
			.single()).isEqualTo(10_000);
	}

	@Test
	void the_button_that_stops_an_import_leaves_every_zone_and_commune_as_it_was() throws SQLException {
		var communes = IntStream.range(0, 6_000)
			.mapToObj((n) -> "%s%03d,%s,Village %d,40000,44.1,-0.7"
				.formatted(List.of("40", "33", "24", "64", "47", "16").get(n / 1000), n % 1000, HAUTE_LANDE, n))
			.collect(Collectors.joining("\n", "insee,siren,nom,cp,lat,lon\n", "\n"));
		var me = People.signedIn(this.agent, Role.AGENT);
		var read = this.works.await(upload(LIST.getBytes(StandardCharsets.UTF_8), communes, me));
		var where = String.valueOf(read.result());
		var before = everyZone();
		String work;
		// the work waits at its very beginning for who holds what it needs
		try (var other = this.dataSource.getConnection()) {
			other.setAutoCommit(false);
			other.createStatement().execute("select edition from zone_list for update");
			work = String.valueOf(post(where + "/application").getResponse().getRedirectedUrl());
			assertThat(post(work + "/arret")).hasStatus3xxRedirection();
			other.rollback();
		}
		assertThat(this.works.await(work).status()).isEqualTo(WorkStatus.STOPPED);
		assertThat(everyZone()).isEqualTo(before);
		assertThat(this.works.await(String.valueOf(post(where + "/application").getResponse().getRedirectedUrl()))
			.status()).as("may be done after all").isEqualTo(WorkStatus.DONE);
		assertThat(everyZone()).isNotEqualTo(before);
	}

	private List<String> everyZone() {
		return this.jdbc.sql("""
				select p::text from zone_priority p union all select c.insee || ' ' || c.zone from commune c
				where c.zone is not null union all select i.id || i.status from territory_import i
				union all select j.action from journal_entry j order by 1""").query(String.class).list();
	}

	@Test
	void what_is_no_list_is_refused_on_the_form() {
		var me = People.signedIn(this.agent, Role.AGENT);
		var picture = new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3 };
		page(refused(picture, me)).isSound().says("n’est pas un tableau au format CSV").has("#zones[aria-invalid]");
		page(refused(new byte[0], me)).isSound().says("Choisissez un fichier");
		page(refused("siren\n".getBytes(StandardCharsets.UTF_8), me)).isSound().says("aucune ligne");
		page(refused("nom;departement\nX;40\n".getBytes(StandardCharsets.UTF_8), me)).isSound()
			.says("Il manque une colonne");
		page(refused(new byte[UploadedTable.MAX_BYTES + 1], me)).isSound().says("5 Mo au plus");
	}

	private MvcTestResult refused(byte[] list, RequestPostProcessor who) {
		var result = exchange(list, null, who);
		assertThat(result).hasStatusOk();
		return result;
	}

	private String upload(byte[] zones, @Nullable String communes, RequestPostProcessor who) {
		var result = exchange(zones, communes, who);
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private MvcTestResult exchange(byte[] zones, @Nullable String communes, RequestPostProcessor who) {
		var request = this.mvc.post().uri("/ars/zones/import").multipart().file("zones", zones);
		if (communes != null) {
			request = request.file("communes", communes.getBytes(StandardCharsets.UTF_8));
		}
		return request.param("startsOn", "2027-01-04").with(who).with(Genuine.form()).exchange();
	}

	private long read(String zones, String communes, @Nullable String perimeter, boolean complete) {
		return this.service.read(UploadedTable.read(zones.getBytes(StandardCharsets.UTF_8), ZoneColumns.ALL).rows(),
				communes.isEmpty() ? List.of()
						: UploadedTable.read(communes.getBytes(StandardCharsets.UTF_8), CommuneListReader.COLUMNS)
							.rows(),
				new NewImport(ImportKind.ZONES, "zones.csv", List.of(), perimeter, complete, LocalDate.of(2027, 1, 4),
						this.agent),
				(some) -> {
				});
	}

	private void apply(long id, @Nullable String perimeter) {
		assertThat(this.service.apply(id, perimeter, this.agent, (some) -> {
		})).isPresent();
	}

	private Reason refusal(long id) {
		return refusal(id, null);
	}

	private Reason refusal(long id, @Nullable String perimeter) {
		var before = state();
		try {
			apply(id, perimeter);
		}
		catch (TerritoryRefusedException ex) {
			assertThat(state()).isEqualTo(before);
			return ex.reason();
		}
		throw new AssertionError("nothing was refused");
	}

	/** All that is known of zones and communes, in one text. */
	private String state() {
		return this.jdbc.sql("""
				select (select md5(string_agg(z::text, '|' order by siren)) from intercommunalite z)
				  || (select md5(string_agg(p::text, '|' order by id)) from zone_priority p)
				  || (select md5(string_agg(c::text, '|' order by insee)) from commune c)
				  || (select md5(string_agg(n.insee || n.folded, '|' order by n.insee, n.folded)) from commune_name n)
				  || (select md5(string_agg(d.code || d.nom || d.in_region, '|' order by code)) from departement d)""")
			.query(String.class)
			.single();
	}

	private long periods(String siren) {
		return this.jdbc.sql("select count(*) from zone_priority where siren = ?")
			.param(siren)
			.query(Long.class)
			.single();
	}

	private List<String> journal() {
		return this.jdbc.sql("select action from journal_entry").query(String.class).list();
	}

	private MvcTestResult get(String uri, @Nullable String perimeter) {
		return this.mvc.get()
			.uri(uri)
			.with((perimeter != null) ? People.agentOf(perimeter) : People.signedIn(this.agent, Role.AGENT))
			.exchange();
	}

	private MvcTestResult post(String uri) {
		return this.mvc.post().uri(uri).with(People.signedIn(this.agent, Role.AGENT)).with(Genuine.form()).exchange();
	}

}
