package fr.medecinproche.volunteer.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.account.ClosingService;
import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.NoteService;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationTest
class PipelinePagesTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	FilePipeline pipeline;

	@Autowired
	FileDirectory directory;

	@Autowired
	FileFunnel funnel;

	@Autowired
	NoteService notes;

	@Autowired
	ClosingService closing;

	@Autowired
	Volunteers volunteers;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	private FileAuthor agent;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.agent = FileAuthor.agent(this.scenario.agent().id());
	}

	@Test
	void each_number_of_the_pipeline_is_that_of_the_rows_it_leads_to_and_of_the_files() {
		aFewWeeks();
		var today = LocalDate.now(this.clock);
		var stages = this.pipeline.stages(null);
		assertThat(stages).extracting(FilePipeline.Stage::status)
			.contains(FileStatus.SUBMITTED, FileStatus.SENT_BACK, FileStatus.ORDRE_CHECK, FileStatus.ACTIVE);
		for (var stage : stages) {
			var ages = this.jdbc.sql("select file_since from volunteer where file_status = ?")
				.param(stage.status().name())
				.query(LocalDate.class)
				.list()
				.stream()
				.map((since) -> (int) ChronoUnit.DAYS.between(since, today))
				.sorted()
				.toList();
			assertThat(stage.files()).isEqualTo(ages.size()).isEqualTo(rows(stage, null, null));
			assertThat(stage.oldest()).isEqualTo(ages.getLast());
			assertThat(stage.median()).isEqualTo(ages.get((ages.size() - 1) / 2));
			for (var band : AgeBand.values()) {
				assertThat(stage.count(band)).as("%s %s", stage.status(), band)
					.isEqualTo(rows(stage, band.name(), null))
					.isEqualTo((int) ages.stream()
						.filter((age) -> age >= band.from() && (band.to() == null || age <= band.to()))
						.count());
			}
			var pace = this.pipeline.lateAfter().get(stage.status());
			assertThat(stage.late()).isEqualTo(rows(stage, null, "oui"))
				.isEqualTo((int) ages.stream().filter((age) -> pace != null && age >= pace).count());
		}
		assertThat(stages.stream().mapToInt(FilePipeline.Stage::late).sum()).isPositive();
		page(get("/ars/medecins", People.agent())).isSound()
			.says("Médiane", "au bout de 3 jours", "4 semaines et plus")
			.has("a[href='/ars/medecins?statut=SUBMITTED&bloques=oui']");
		page(get("/ars/medecins?statut=SUBMITTED&age=LONGER", People.agent())).isSound()
			.says("À cette étape depuis : 4 semaines et plus");
	}

	private int rows(FilePipeline.Stage stage, String age, String late) {
		var filter = new FileFilter(null, stage.status().name(), null, null, late, age, null, null, null);
		return (int) this.directory.page(filter, null, 0).getTotalElements();
	}

	@Test
	void the_funnel_is_what_the_steps_of_each_file_say() {
		aFewWeeks();
		var span = new Span(MONDAY, MONDAY.plusDays(25));
		var figures = this.funnel.of(span, null);
		var files = this.jdbc.sql("select id from volunteer")
			.query(Long.class)
			.list()
			.stream()
			.map((id) -> this.jdbc
				.sql("select to_status, min(happened_on) as day from volunteer_file_step where volunteer_id = ? "
						+ "group by to_status")
				.param(id)
				.query((row, number) -> Map.entry(FileStatus.valueOf(row.getString("to_status")),
						row.getObject("day", LocalDate.class)))
				.list()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
			.filter((days) -> !days.get(FileStatus.SUBMITTED).isAfter(span.to()))
			.toList();
		for (var stage : List.of(FunnelStage.SUBMITTED, FunnelStage.ORDRE_CHECK, FunnelStage.ACTIVITY_DECLARED,
				FunnelStage.CPAM_NUMBER_GIVEN, FunnelStage.ACTIVE)) {
			var status = FileStatus.valueOf(stage.name());
			assertThat(figures.count(stage)).as("%s", stage)
				.isEqualTo((int) files.stream().filter((days) -> days.containsKey(status)).count())
				.isEqualTo(rows(span, stage));
		}
		assertThat(figures.ordreDays()).isEqualTo(median(files, FileStatus.SUBMITTED, FileStatus.ORDRE_CHECK));
		assertThat(figures.activityDays())
			.isEqualTo(median(files, FileStatus.ORDRE_CHECK, FileStatus.ACTIVITY_DECLARED));
		assertThat(figures.wholeDays()).isEqualTo(median(files, FileStatus.SUBMITTED, FileStatus.ACTIVE));
		assertThat(figures.submitted()).isGreaterThan(figures.active());
		assertThat(figures.came()).isEqualTo(1).isEqualTo(rows(span, FunnelStage.CAME));
		page(get("/ars/medecins/parcours?du=2027-01-04&au=2027-01-29", People.agent())).isSound()
			.says("Première demi-journée tenue", "un est venu au moins une fois")
			.has("a[href='/ars/medecins?du=2027-01-04&au=2027-01-29&atteint=CAME']");
		page(get("/ars/medecins?du=2027-01-04&au=2027-01-29&atteint=CAME", People.agent())).isSound()
			.says("Un médecin", "Étape atteinte : Première demi-journée tenue");
	}

	private int rows(Span span, FunnelStage stage) {
		var filter = new FileFilter(null, null, null, null, null, null, span.from().toString(), span.to().toString(),
				stage.name());
		return (int) this.directory.page(filter, null, 0).getTotalElements();
	}

	private static Integer median(List<Map<FileStatus, LocalDate>> files, FileStatus from, FileStatus to) {
		var days = files.stream()
			.filter((each) -> each.containsKey(from) && each.containsKey(to))
			.map((each) -> (int) ChronoUnit.DAYS.between(each.get(from), each.get(to)))
			.sorted()
			.toList();
		return days.get((days.size() - 1) / 2);
	}

	/** Doctors apply over five weeks, each comes a little farther than the one before. */
	private void aFewWeeks() {
		var all = new ArrayList<Volunteer>();
		for (int n = 0; n < 9; n++) {
			this.clock.set(MONDAY.plusDays(4L * n).atTime(8, 0));
			all.add(this.scenario.candidate("Zoé", "Zola" + n));
			var before = all.get(n / 2);
			var next = this.volunteers.findById(before.getId()).orElseThrow().getFileStatus().ahead();
			if (!next.isEmpty()) {
				this.scenario.move(before.getId(), next.getFirst(), null, this.agent);
			}
		}
		this.scenario.move(all.get(5).getId(), FileStatus.SENT_BACK, "Quel numéro ?", this.agent);
		var first = all.getFirst();
		Stream.of(FileStatus.PATH.toArray(FileStatus[]::new))
			.filter((step) -> step.compareTo(status(first)) > 0 && step != FileStatus.SENT_BACK)
			.forEach((step) -> this.scenario.move(first.getId(), step, null, this.agent));
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		this.scenario.taken(first, site, HalfDay.morningOf(LocalDate.now(this.clock).plusDays(3)));
		this.clock.set(MONDAY.plusDays(40).atTime(8, 0));
	}

	private FileStatus status(Volunteer volunteer) {
		return this.volunteers.findById(volunteer.getId()).orElseThrow().getFileStatus();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?du=2027-02-30&au=x", "?du=2027-02-01&au=2027-01-01",
			"?du=+999999999-12-31&au=2027-01-01", "?du=2027-01-01" })
	void a_period_that_makes_no_sense_is_said_and_shows_the_last_year(String query) {
		page(get("/ars/medecins/parcours" + query, People.agent())).isSound()
			.says("Cette période n’est pas possible")
			.has("#du[value=2026-01-05]");
		assertThat(get("/ars/medecins" + query + "&age=x&atteint=x", People.agent())).hasStatusOk();
	}

	@Test
	void a_doctor_is_reminded_with_one_click_and_not_again_for_some_days() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		this.scenario.move(zola.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
		assertThat(flash(remind(zola, ""))).isEqualTo("volunteer.refusal.REMINDED_LATELY");
		this.clock.set(MONDAY.plusDays(2).atTime(9, 0));
		var done = remind(zola, "?statut=ORDRE_CHECK&page=0");
		assertThat(flash(done)).isEqualTo("volunteer.reminding.done");
		assertThat(done).hasRedirectedUrl("/ars/medecins?statut=ORDRE_CHECK&page=0");
		assertThat(this.jdbc.sql("select body_text from outbox_message where dedup_key like 'volunteer:%:reminder:%'")
			.query(String.class)
			.single()).contains("Bonjour Dr Zoé Zola", "Ordre");
		assertThat(actions()).endsWith("volunteer.reminded");
		page(get("/ars/medecins", People.agent())).isSound().says("relancé le 6 janvier 2027");
		assertThat(flash(remind(zola, "//ailleurs.example"))).isEqualTo("volunteer.refusal.REMINDED_LATELY");
		this.clock.set(MONDAY.plusDays(4).atTime(9, 0));
		assertThat(remind(zola, "//ailleurs.example")).hasRedirectedUrl("/ars/medecins");
		assertThat(flash(remind(zola, ""))).isEqualTo("volunteer.refusal.REMINDED_LATELY");
		this.clock.set(MONDAY.plusDays(5).atTime(9, 0));
		assertThat(flash(remind(zola, ""))).isEqualTo("volunteer.reminding.done");
		this.scenario.move(zola.getId(), FileStatus.ACTIVITY_DECLARED, null, this.agent);
		this.scenario.move(zola.getId(), FileStatus.CPAM_NUMBER_GIVEN, null, this.agent);
		this.clock.set(MONDAY.plusDays(30).atTime(9, 0));
		assertThat(flash(remind(zola, ""))).isEqualTo("volunteer.refusal.NOTHING_TO_REMIND_OF");
	}

	@Test
	void a_file_is_moved_on_from_the_list_and_a_double_click_changes_nothing() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		page(get("/ars/medecins?qui=AGENCY", People.agent())).isSound()
			.has("form[action$=/avancement] input[name=retour][value='?qui=AGENCY']");
		for (int click = 0; click < 2; click++) {
			var done = post("/ars/medecins/" + zola.getId() + "/avancement",
					Map.of("seen", "1", "vers", "ORDRE_CHECK", "retour", "?qui=AGENCY"), People.agent());
			assertThat(flash(done)).isEqualTo("volunteer.steps.done");
			assertThat(done).hasRedirectedUrl("/ars/medecins?qui=AGENCY");
		}
		assertThat(this.volunteers.findById(zola.getId()).orElseThrow().getFile().step()).isEqualTo((short) 2);
		assertThat(actions()).containsExactly("volunteer.file.ORDRE_CHECK");
		assertThat(flash(post("/ars/medecins/" + zola.getId() + "/avancement", Map.of("seen", "2", "vers", "ACTIVE"),
				People.agent())))
			.isEqualTo("volunteer.refusal.NOT_FROM_HERE");
		for (var noun : List.of("/avancement", "/relance", "/notes")) {
			assertThat(post("/ars/medecins/" + zola.getId() + noun, Map.of("text", "note"), People.agentOf("32")))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	void a_note_is_read_by_agents_only_and_withdrawn_rather_than_edited() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var path = "/ars/medecins/" + zola.getId();
		page(post(path + "/notes", Map.of("text", " "), People.agent())).isSound()
			.has("#text[aria-invalid=true]")
			.says("Écrivez la note");
		assertThat(post(path + "/notes", Map.of("text", "Préfère <b>les mardis</b>"), People.agent()))
			.hasRedirectedUrl(path + "#notes");
		page(get(path, People.agent())).isSound()
			.says("Préfère <b>les mardis</b>", "agent@essai.example", "Seuls les agents lisent ces notes", "3 ans");
		var doctor = People.signedIn(zola.getAccount().id(), Role.VOLUNTEER);
		for (var own : List.of("/medecin", "/medecin/dossier", "/compte")) {
			page(get(own, doctor)).doesNotSay("les mardis");
		}
		var note = "/notes/" + this.jdbc.sql("select id from volunteer_note").query(Long.class).single();
		assertThat(delete(path + note, People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		var other = this.scenario.candidate("Anne", "Abadie");
		assertThat(delete("/ars/medecins/" + other.getId() + note, People.agent())).hasStatus(HttpStatus.NOT_FOUND);
		for (int click = 0; click < 2; click++) {
			assertThat(delete(path + note, People.agent())).hasRedirectedUrl(path + "#notes");
		}
		page(get(path, People.agent())).isSound()
			.says("retirée par agent@essai.example")
			.has("s:contains(mardis)")
			.hasNo("form[action$='" + note + "']");
		assertThat(actions()).containsExactly("volunteer.noted", "volunteer.noteWithdrawn");
		assertThatThrownBy(() -> this.jdbc.sql("update volunteer_note set text = 'autre'").update())
			.satisfies((ex) -> assertThat(BrokenConstraint.of(ex)).isEqualTo("volunteer_note_stays"));
	}

	@Test
	void a_doctor_whose_file_was_sent_back_puts_it_right_before_answering() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var doctor = People.signedIn(zola.getAccount().id(), Role.VOLUNTEER);
		assertThat(get("/medecin/dossier/coordonnees", doctor)).hasRedirectedUrl("/medecin/dossier");
		this.scenario.move(zola.getId(), FileStatus.SENT_BACK, "Quel numéro ?", this.agent);
		page(get("/medecin/dossier", doctor)).isSound().has("a[href='/medecin/dossier/coordonnees']");
		page(get("/medecin/dossier/coordonnees", doctor)).isSound().has("#rpps[value=" + zola.getRpps() + "]");
	}

	@Test
	void notes_are_forgotten_after_three_years_or_with_the_doctor() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var abadie = this.scenario.candidate("Anne", "Abadie");
		this.notes.write(zola.getId(), "vieille", 1);
		this.clock.set(MONDAY.plusYears(3).atTime(4, 55));
		this.notes.write(zola.getId(), "récente", 1);
		this.notes.write(abadie.getId(), "d’une autre", 1);
		ReflectionTestUtils.invokeMethod(this.notes, "forgetOldOnes");
		assertThat(texts()).as("exactly three years").contains("vieille");
		this.clock.set(MONDAY.plusYears(3).plusDays(1).atTime(4, 55));
		ReflectionTestUtils.invokeMethod(this.notes, "forgetOldOnes");
		assertThat(texts()).containsExactlyInAnyOrder("récente", "d’une autre");
		this.closing.close(abadie.getAccount().id());
		assertThat(texts()).containsExactly("récente");
	}

	@Test
	void a_doctor_with_many_notes_asks_as_many_queries_as_one_with_none() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		int none = QueryCount.of(() -> get("/ars/medecins/" + zola.getId(), People.agent()));
		for (int n = 0; n < 5; n++) {
			this.notes.write(zola.getId(), "note " + n, 1);
		}
		assertThat(QueryCount.of(() -> get("/ars/medecins/" + zola.getId(), People.agent()))).isEqualTo(none);
	}

	private List<String> texts() {
		return this.jdbc.sql("select text from volunteer_note").query(String.class).list();
	}

	private List<String> actions() {
		return this.jdbc.sql("select action from journal_entry where account_id = 1 order by number")
			.query(String.class)
			.list();
	}

	private MvcTestResult remind(Volunteer volunteer, String back) {
		return post("/ars/medecins/" + volunteer.getId() + "/relance", Map.of("retour", back), People.agent());
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(URI.create(path)).with(who).exchange();
	}

	private MvcTestResult delete(String path, RequestPostProcessor who) {
		return this.mvc.delete().uri(path).with(who).with(Genuine.form()).exchange();
	}

	private MvcTestResult post(String path, Map<String, String> fields, RequestPostProcessor who) {
		var request = this.mvc.post().uri(path).with(who).with(Genuine.form());
		fields.forEach(request::param);
		return request.exchange();
	}

	private static String flash(MvcTestResult result) {
		return ((Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE)).key();
	}

}
