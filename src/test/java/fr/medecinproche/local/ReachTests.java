package fr.medecinproche.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

/**
 * What a role need not see, it cannot reach: every address the application answers to, on
 * the data of the demonstration, which is all in Occitanie.
 */
@ApplicationTest
class ReachTests {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

	/** A region with no zone in common: Cèze Cévennes lies in two. */
	private static final String ELSEWHERE = "R53";

	/**
	 * Every doctor sees every half-day, and whoever is not asking for a stand-in ends no
	 * such request.
	 */
	private static final Set<String> SHARED = Set.of("GET /medecin/creneaux/{id}/echange",
			"DELETE /medecin/creneaux/{id}/absence/remplacement");

	/** What in addresses is no key of a row. */
	private static final Map<String, String> WORDS = Map.of("format", "csv", "kind", "zones", "noun", "refus", "item",
			"internet", "mois", "2026-11");

	/** What forms must say, there, before anybody looks at their row. */
	private static final Map<Field, String> TYPED = Map.of(new Field("/lieu", "lieu"), "1",
			new Field("/deplacement", "vers"), "1", new Field("", "vu"), "BOOKED", new Field("", "tenue"), "true",
			new Field("", "version"), "0", new Field("", "date"), "2027-06-01", new Field("", "from"), "2027-06-01",
			new Field("", "seen"), "0", new Field("/presence", "presence"), "HONOURED");

	/** Where the rows of addresses are found; longer addresses come first. */
	private static final Map<String, String> ROWS = Map.ofEntries(
			entry("/ars/appels/{id}", "select max(id) from campaign"),
			entry("/ars/besoin/import/{id}", "select max(id) from territory_import where kind = 'NEED'"),
			entry("/ars/comptes/invitations/{id}", "select max(id) from invitation where role = 'AGENT'"),
			entry("/ars/comptes/{id}/lieux/{lieu}", "select account_id || '/' || site_id from site_host limit 1"),
			entry("/ars/comptes/{id}", "select max(account_id) from site_host"),
			entry("/ars/couverture/{siren}/{code}", "select max(zone) || '/2027-01' from consultation_site"),
			entry("/ars/creneaux/{id}", "select max(id) from half_day_slot where status = 'TAKEN'"),
			entry("/ars/departements/{code}", "select '32'"),
			entry("/ars/indemnites/lots/{id}", "select max(id) from indemnity_batch"),
			entry("/ars/indemnites/presences/{id}", "select max(id) from half_day_slot where status = 'TAKEN'"),
			entry("/ars/indemnites/releves/{id}/contestations/{contestation}",
					"select statement_id || '/' || id from indemnity_dispute limit 1"),
			entry("/ars/indemnites/releves/{id}/lignes/{ligne}",
					"select statement_id || '/' || id from indemnity_line limit 1"),
			entry("/ars/indemnites/releves/{id}", "select max(id) from indemnity_statement"),
			entry("/ars/lieux/propositions/{id}", "select max(id) from site_proposal"),
			entry("/ars/lieux/{id}/besoins/absences/{number}", "select site_id || '/1' from site_no_need limit 1"),
			entry("/ars/lieux/{id}/etapes/{stop}", "select site_id || '/' || id from site_stop limit 1"),
			entry("/ars/lieux/{id}/fermetures/{closureId}", "select site_id || '/' || id from site_closure limit 1"),
			entry("/ars/lieux/{id}/rythmes/{patternId}", "select site_id || '/' || id from opening_pattern limit 1"),
			entry("/ars/lieux/{id}", "select max(id) from consultation_site"),
			entry("/ars/medecins/import/{id}", "select max(id) from volunteer_intake"),
			entry("/ars/medecins/{id}/notes/{note}", "select volunteer_id || '/' || id from volunteer_note limit 1"),
			entry("/ars/medecins/{id}", "select max(id) from volunteer where file_status = 'SUBMITTED'"),
			entry("/ars/messages/{id}", "select max(id) from outbox_message where appointment_id is not null"),
			entry("/ars/travaux/{id}", "select max(id) from long_work"),
			entry("/ars/zones/import/{id}", "select max(id) from territory_import where kind = 'ZONES'"),
			entry("/ars/zones/{siren}", "select max(zone) from consultation_site"),
			entry("/lieu/appels/{id}/propositions/{proposal}",
					"select max(id) || '/1' from outbox_message where channel = 'CALL'"),
			entry("/lieu/appels/{id}", "select max(id) from outbox_message where channel = 'CALL'"),
			entry("/lieu/demi-journees/{id}", "select max(id) from half_day_slot where status = 'TAKEN'"),
			entry("/lieu/presences/{id}", "select max(id) from half_day_slot where status = 'TAKEN'"),
			entry("/lieu/rendez-vous/{id}", "select max(id) from appointment where status = 'BOOKED'"),
			entry("/lieu/suites/{id}", "select max(id) from continuation"),
			entry("/medecin/agenda/{id}/suites/{suite}",
					"select slot_id || '/' || c.id from continuation c join appointment a on a.id = c.appointment_id limit 1"),
			entry("/medecin/agenda/{id}", "select max(id) from half_day_slot where status = 'TAKEN'"),
			entry("/medecin/appels/{id}", "select max(id) from campaign"),
			entry("/medecin/creneaux/{id}", "select max(id) from half_day_slot where status = 'TAKEN'"),
			entry("/medecin/invitations/{id}", "select max(id) from stand_in_invitation"),
			entry("/medecin/rendez-vous/{id}/suites/{suite}",
					"select appointment_id || '/' || id from continuation limit 1"),
			entry("/medecin/rendez-vous/{id}", "select max(id) from appointment where status = 'BOOKED'"));

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	ApplicationContext context;

	private DemoWorld demo;

	@BeforeEach
	void aRegionAtWork() {
		this.database.clean();
		this.demo = new DemoWorld(this.context);
		this.demo.create();
		moreRows();
	}

	@AfterEach
	void close() {
		this.demo.close();
	}

	/** What the demonstration has none of. */
	private void moreRows() {
		this.jdbc
			.sql("""
					insert into territory_import (kind, file_names, ignored, perimeter, starts_on, edition, created_by, created_at)
					select kind, 'liste.csv', '', 'R76', '2027-02-01', 1, 1, now from now, (values ('ZONES'), ('NEED')) v (kind);
					insert into long_work (kind, started_by, started_at, beat_at) select 'other', 1, now, now from now;
					insert into site_closure (site_id, first_day, last_day, reason, created_at)
					select 1, '2027-08-01', '2027-08-15', 'LEAVE', now from now;
					insert into opening_pattern (site_id, created_at) select 1, now from now;
					insert into continuation (appointment_id, what, follower, created_at)
					select max(id), 'LETTER', 'SECRETARY', (select now from now) from appointment where status = 'BOOKED';
					insert into outbox_message (dedup_key, channel, site_id, appointment_id, recipient, body_text, status,
					  next_attempt_at, not_after, created_at)
					select 'appointment:1:call', 'CALL', 1, (select max(id) from appointment), '06 39 98 00 01', 'Bonjour', 'PENDING',
					  now, now + interval '1 day', now from now;
					insert into outbox_message (dedup_key, channel, appointment_id, recipient, body_text, status, next_attempt_at,
					  not_after, created_at, settled_at)
					select 'appointment:1:mail', 'EMAIL', (select max(id) from appointment), 'a@essai.example', 'Bonjour', 'FAILED',
					  now, now + interval '1 day', now, now from now;
					"""
				.replace("from now", "from (select timestamptz '2027-01-04 08:00:00+01' as now) now"))
			.update();
	}

	@Test
	void another_regions_agent_reaches_nothing_of_this_one() {
		nobodyReaches("/ars/", stranger());
	}

	@Test
	void another_regions_agent_reads_nothing_of_this_one_in_any_list() {
		var secrets = this.jdbc.sql("""
				select nom from consultation_site union select nom_ars from intercommunalite where priority
				union select given_name || ' ' || family_name from volunteer union select display_name from account""")
			.query(String.class)
			.list();
		assertThat(secrets).hasSizeGreaterThan(80);
		var stranger = stranger();
		addresses("/ars").filter((address) -> address.method() == HttpMethod.GET && !row(address.path()).isPresent())
			.forEach((address) -> {
				var result = this.mvc.get().uri(filled(address.path())).with(stranger).exchange();
				assertThat(result.getResponse().getStatus()).as(address.path()).isLessThan(500);
				assertThat(result).bodyText().as(address.path()).doesNotContain(secrets);
			});
	}

	@Test
	void another_places_host_reaches_nothing_of_this_one() {
		var host = this.scenario.hostOf(this.scenario.openSite("Maison voisine", Scenario.LE_VIGAN));
		nobodyReaches("/lieu/", People.signedIn(host.id(), Role.HOST));
	}

	@Test
	void another_doctor_reaches_nothing_of_this_one() {
		var doctor = this.scenario.volunteer("Zoé", "Autre");
		nobodyReaches("/medecin/", People.signedIn(doctor.getAccount().id(), Role.VOLUNTEER));
	}

	private RequestPostProcessor stranger() {
		return as(this.scenario.agentOf(ELSEWHERE).id(), Role.AGENT, ELSEWHERE);
	}

	private void nobodyReaches(String home, RequestPostProcessor stranger) {
		var reached = new ArrayList<String>();
		addresses(home).filter((address) -> row(address.path()).isPresent())
			.filter((address) -> !SHARED.contains(address.toString()))
			.forEach((address) -> {
				var path = filled(address.path());
				var form = this.mvc.method(address.method()).uri(path).with(Genuine.form()).with(stranger);
				TYPED.entrySet()
					.stream()
					.filter((typed) -> path.contains(typed.getKey().where()))
					.forEach((typed) -> form.param(typed.getKey().name(), typed.getValue()));
				var answer = form.exchange();
				if (!isRefused(answer)) {
					reached.add(address + ": " + answer.getResponse().getStatus());
				}
			});
		assertThat(reached).isEmpty();
	}

	/** A doctor who comes too late for a half-day is told so; the others find nothing. */
	private static boolean isRefused(MvcTestResult answer) {
		return switch (answer.getResponse().getStatus()) {
			case 403, 404 -> true;
			case 302 -> answer.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE) instanceof Flash flash
					&& flash.tone() == Flash.Tone.ERROR;
			default -> false;
		};
	}

	private Optional<String> row(String pattern) {
		var plain = plain(pattern);
		return ROWS.keySet()
			.stream()
			.filter((path) -> plain.matches(Pattern.quote(path) + "([/.].*)?"))
			.max(Comparator.comparing(String::length));
	}

	/** An address with the keys of a row there is, and words that make sense. */
	private String filled(String pattern) {
		var path = plain(pattern);
		var row = row(pattern).orElse(null);
		if (row != null) {
			var keys = this.jdbc.sql(ROWS.get(row)).query(String.class).optional().orElse("");
			assertThat(keys).as("a row for " + row).isNotEmpty();
			path = keyed(row, keys.split("/")) + path.substring(row.length());
		}
		for (var word : WORDS.entrySet()) {
			path = path.replace("{" + word.getKey() + "}", word.getValue());
		}
		assertThat(path).as("what " + pattern + " stands for").doesNotContain("{");
		return path;
	}

	private static String plain(String pattern) {
		return VARIABLE.matcher(pattern).replaceAll((found) -> Matcher.quoteReplacement("{" + found.group(1) + "}"));
	}

	private static String keyed(String path, String[] keys) {
		var key = List.of(keys).iterator();
		return VARIABLE.matcher(path).replaceAll((found) -> key.next());
	}

	private Stream<Address> addresses(String home) {
		return this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((info) -> info.getPatternValues()
				.stream()
				.flatMap((path) -> methods(info).map((method) -> new Address(method, path))))
			.filter((address) -> address.path().startsWith(home))
			.distinct()
			.sorted(Comparator.comparing(Address::toString));
	}

	private static Stream<HttpMethod> methods(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().map((method) -> method.asHttpMethod());
	}

	private static RequestPostProcessor as(long accountId, Role role, @Nullable String perimeter) {
		return authentication(UsernamePasswordAuthenticationToken.authenticated(
				new SignedIn(accountId, "alex.roche@essai.example", "Alex Roche", role, perimeter), null,
				List.of(new SimpleGrantedAuthority("ROLE_" + role))));
	}

	private record Field(String where, String name) {
	}

	private record Address(HttpMethod method, String path) {

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
