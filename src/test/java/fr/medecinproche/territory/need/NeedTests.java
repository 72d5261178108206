package fr.medecinproche.territory.need;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationTest
class NeedTests {

	private static final String LIMOUXIN = "200071926";

	private static final String MIREPOIX = "200044469";

	private static final String FILE = """
			SIREN;Année;Source;APL;Jeunes médecins;ALD;Minutes urgences;Niveau de vie
			200071926;2024;essai;2,5;30;22;40;19 800
			200044469;2024;essai;3,5;20;20;;21000
			243200508;2031;essai;2;;;;
			200035707;2024;essai;=1+1;;;;
			200042463;2024;essai;500;;;;
			200069656;2024;essai;2;;;;
			""";

	@Autowired
	ZoneNeedService service;

	@Autowired
	NeedFigures figures;

	@Autowired
	Intercommunalites zones;

	@Autowired
	Scenario scenario;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private long agent;

	@BeforeEach
	void anAgent() {
		this.database.clean();
		this.agent = this.scenario.agent().id();
	}

	@Test
	void values_are_typed_shown_with_their_source_and_what_was_known_stays() {
		page(get("/ars/zones/" + LIMOUXIN + "/besoin", null)).isSound()
			.says("score indicatif de l’outil, non officiel", "donnée manquante", "Aucune valeur n’a encore été");
		assertThat(save(LIMOUXIN, 0, "2,5", "2023", "DREES")).hasStatus3xxRedirection();
		assertThat(save(LIMOUXIN, 1, "2,7", "2024", "DREES")).hasStatus3xxRedirection();
		assertThat(save(LIMOUXIN, 2, "2,70", "2024", "DREES")).hasStatus3xxRedirection();
		assertThat(this.figures.history(LIMOUXIN)).extracting(NeedValue::year).containsExactly(2024, 2023);
		page(get("/ars/zones/" + LIMOUXIN + "/besoin", null)).isSound()
			.says("2,7 consultations/hab./an, 2024, DREES", "2,5 consultations/hab./an, 2023, DREES");
		assertThat(save(LIMOUXIN, 2, "", "", "erreur de commune")).hasStatus3xxRedirection();
		page(get("/ars/zones/" + LIMOUXIN + "/besoin?lang=en", null)).isSound().says("value withdrawn");
		assertThat(this.figures.of(LIMOUXIN).get(Criterion.ACCESS).value()).isNull();
	}

	@Test
	void a_value_that_cannot_be_true_is_refused_where_it_was_typed() {
		page(save(LIMOUXIN, 0, "beaucoup", "24", "")).isSound()
			.says("Écrivez un nombre", "Indiquez une année entre 1990 et 2027", "Indiquez la source")
			.has("[id='access.value'][aria-invalid][value=beaucoup]");
		page(save(LIMOUXIN, 0, "250", "2024", "DREES")).isSound().says("20 au plus");
		page(save(LIMOUXIN, 0, "2,5", "2031", "DREES")).isSound().says("entre 1990 et 2027");
		assertThat(this.figures.history(LIMOUXIN)).isEmpty();
		assertThat(this.mvc.post()
			.uri("/ars/zones/" + LIMOUXIN + "/besoin")
			.with(People.signedIn(this.agent, Role.AGENT))
			.with(Genuine.form())
			.exchange()).hasStatus3xxRedirection();
	}

	@Test
	void the_second_of_two_agents_sees_what_the_first_recorded() throws InterruptedException {
		var zone = this.zones.seenFrom(LIMOUXIN, null).orElseThrow();
		var outcomes = Race.of(2,
				(number) -> this.service.record(zone,
						List.of(new NeedEntry(Criterion.ACCESS, BigDecimal.valueOf(2 + number), 2024, "essai")), 0,
						this.agent));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).singleElement().isInstanceOf(TerritoryRefusedException.class);
		page(save(LIMOUXIN, 0, "2,9", "2024", "DREES")).isSound()
			.says("Quelqu’un d’autre a enregistré des valeurs", "essai")
			.has("[id='access.value'][value='2,9']")
			.has("input[name=seen][value=1]");
	}

	@Test
	void a_file_of_values_is_judged_line_by_line_then_applied_once() {
		var where = this.mvc.post()
			.uri("/ars/besoin/import")
			.multipart()
			.file("file", FILE.getBytes(StandardCharsets.UTF_8))
			.with(People.signedIn(this.agent, Role.AGENT))
			.with(Genuine.form())
			.exchange()
			.getResponse()
			.getRedirectedUrl();
		page(get(String.valueOf(where), null)).isSound()
			.says("Rien n’est encore enregistré", "« 2031 » n’est pas une année possible", "formule",
					"La valeur apl 500 est impossible", "Aucune zone connue de vous ne porte le numéro 200069656",
					"Niveau de vie : – → 19800 (2024)");
		assertThat(this.figures.history(LIMOUXIN)).isEmpty();
		post(where + "/application");
		post(where + "/application");
		assertThat(this.figures.history(LIMOUXIN)).hasSize(5);
		var score = this.figures.index("R76").of(LIMOUXIN);
		assertThat(score.value()).as("worse but for the young doctors; nobody to compare the minutes with")
			.isEqualTo(75);
		page(get("/ars/zones?tri=besoin", null)).isSound()
			.says("score indicatif de l’outil, non officiel", "75/100", "25/100, incomplet")
			.has("tbody tr:first-child a[href=/ars/zones/" + LIMOUXIN + "]")
			.has("tbody tr:nth-child(2) a[href=/ars/zones/" + MIREPOIX + "]");
		page(get("/ars/zones/" + LIMOUXIN, null)).isSound().says("Score : 75 sur 100", "même valeur partout");
	}

	@Test
	void weights_belong_to_a_region_and_add_up_to_a_hundred() {
		page(weigh("R76", 0, 40, 20, 20, 20, 20)).isSound().says("Ici, ils font 120");
		assertThat(weigh("R76", 0, 60, 10, 10, 10, 10)).hasStatus3xxRedirection();
		assertThat(this.figures.weights("R76").weights().access()).isEqualTo(60);
		assertThat(this.figures.weights("R75").weights()).isEqualTo(NeedWeights.EQUAL);
		assertThat(this.figures.weights(null).weights()).isEqualTo(NeedWeights.EQUAL);
		page(weigh("R76", 0, 20, 20, 20, 20, 20)).isSound().says("Quelqu’un d’autre", "APL 60");
		page(get("/ars/besoin/poids", "R75")).isSound().says("Nouvelle-Aquitaine", "Personne n’a encore changé");
		page(get("/ars/besoin/poids?lang=en", null)).isSound();
	}

	@Test
	void an_agent_of_a_department_reads_the_weights_of_the_region_and_changes_none() {
		assertThat(weigh("32", 0, 60, 10, 10, 10, 10)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.figures.weights("R76").weights()).isEqualTo(NeedWeights.EQUAL);
		page(get("/ars/besoin/poids", "32")).isSound()
			.says("APL 20", "seuls les agents qui la voient en entier")
			.hasNo("input[name=access]");
		page(get("/ars/besoin/poids", "R76")).has("input[name=access]").doesNotSay("seuls les agents");
	}

	@Test
	void no_value_weight_or_score_touches_which_zones_are_official() {
		var before = membership();
		var zone = this.zones.seenFrom(LIMOUXIN, null).orElseThrow();
		this.service.record(zone,
				List.of(new NeedEntry(Criterion.ACCESS, BigDecimal.ZERO, 2024, "essai"),
						new NeedEntry(Criterion.LIVING_STANDARD, BigDecimal.valueOf(99_000), 2024, "essai")),
				0, this.agent);
		this.service.weigh(null, new NeedWeights(0, 0, 0, 0, 100), 0, this.agent);
		this.figures.index(null).scores();
		assertThat(membership()).isEqualTo(before);
	}

	@Test
	void plain_sql_neither_alters_nor_removes_what_was_recorded() {
		save(LIMOUXIN, 0, "2,5", "2023", "DREES");
		for (var sql : List.of("update zone_need set value = 1", "delete from zone_need")) {
			assertThat(BrokenConstraint
				.of(catchThrowableOfType(DataIntegrityViolationException.class, () -> this.jdbc.sql(sql).update())))
				.isEqualTo("zone_need_stays");
		}
	}

	@Test
	void the_number_of_queries_does_not_grow_with_values() {
		int none = QueryCount.of(() -> get("/ars/zones?tri=besoin", "R76"));
		this.jdbc.sql("""
				insert into zone_need (siren, criterion, value, year, source, recorded_at)
				select siren, c, 10 + random() * 10, 2024, 'essai', now()
				from intercommunalite, unnest(array['ACCESS', 'EMERGENCY']) c, generate_series(1, 3)""").update();
		assertThat(QueryCount.of(() -> get("/ars/zones?tri=besoin", "R76"))).isEqualTo(none);
	}

	private String membership() {
		return this.jdbc.sql("""
				select (select string_agg(siren || priority, ',' order by siren) from intercommunalite)
				  || (select string_agg(p::text, ',' order by id) from zone_priority p)""")
			.query(String.class)
			.single();
	}

	private MvcTestResult save(String siren, long seen, String value, String year, String source) {
		return this.mvc.post()
			.uri("/ars/zones/" + siren + "/besoin")
			.param("seen", String.valueOf(seen))
			.param("access.value", value)
			.param("access.year", year)
			.param("access.source", source)
			.with(People.signedIn(this.agent, Role.AGENT))
			.with(Genuine.form())
			.exchange();
	}

	private MvcTestResult weigh(String perimeter, long seen, int... weights) {
		return this.mvc.post()
			.uri("/ars/besoin/poids")
			.param("seen", String.valueOf(seen))
			.param("access", String.valueOf(weights[0]))
			.param("youngDoctors", String.valueOf(weights[1]))
			.param("longIllness", String.valueOf(weights[2]))
			.param("emergency", String.valueOf(weights[3]))
			.param("livingStandard", String.valueOf(weights[4]))
			.with(People.agentOf(perimeter))
			.with(Genuine.form())
			.exchange();
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
