package fr.medecinproche.volunteer.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.HealthDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class DirectoryImportTests {

	private static final LocalDate DAY = LocalDate.of(2027, 1, 3);

	@Autowired
	DirectoryImport load;

	@Autowired
	DirectoryImportRunner runner;

	@Autowired
	HealthDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void noDirectory() {
		this.database.clean();
	}

	private int load(String... lines) {
		return this.load.load("extrait", DAY, Extracts.of(lines));
	}

	@Test
	void without_an_extract_nobody_is_known_and_nothing_fails() {
		assertThat(this.directory.extract()).isEmpty();
		assertThat(this.directory.find(Scenario.rpps(1))).isEmpty();
	}

	@Test
	void keeps_the_doctors_their_names_and_their_skills() {
		assertThat(load(Extracts.HEADING, Extracts.doctor(1, "ANNE-LISE", "D'ESSAI", "SM54"),
				Extracts.doctor(2, "Rémi", "ROUX", "SM04")))
			.isEqualTo(2);
		var anne = this.directory.find(Scenario.rpps(1)).orElseThrow();
		assertThat(anne.givenName()).isEqualTo("Anne-Lise");
		assertThat(anne.familyName()).isEqualTo("D'Essai");
		assertThat(anne.isGeneralPractitioner()).isTrue();
		assertThat(this.directory.find(Scenario.rpps(2)).orElseThrow().isGeneralPractitioner()).isFalse();
		assertThat(this.directory.find(Scenario.rpps(3))).isEmpty();
		assertThat(this.directory.extract()).hasValue(new HealthDirectory.Extract("extrait", DAY, 2));
	}

	@Test
	void a_doctor_with_several_activities_and_skills_is_one_doctor() {
		assertThat(load(Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX", "SM04"),
				Extracts.doctor(2, "RÉMI", "ABADIE", ""), Extracts.doctor(1, "ALINE", "ROUX", "SM26"),
				Extracts.doctor(1, "ALINE", "ROUX", "")))
			.isEqualTo(2);
		assertThat(this.directory.find(Scenario.rpps(1)).orElseThrow().skills()).containsExactlyInAnyOrder("SM04",
				"SM26");
	}

	@Test
	void the_file_of_skills_completes_that_of_activities() {
		var activities = Extracts.file(Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX", ""));
		var skills = Extracts.file(
				"Type d'identifiant PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|Code savoir-faire",
				"8|" + Scenario.rpps(1) + "|ROUX|ALINE|10|SM53");
		assertThat(this.load.load("extrait", DAY, List.of(activities, skills))).isOne();
		assertThat(this.directory.find(Scenario.rpps(1)).orElseThrow().isGeneralPractitioner()).isTrue();
	}

	@Test
	void leaves_other_professions_and_other_numbers_out() {
		assertThat(load(Extracts.HEADING, Extracts.line("8", Scenario.rpps(1).digits(), "ANNE", "ESSAI", "40", ""),
				Extracts.line("0", "319999999", "ANNE", "ESSAI", "10", ""), Extracts.doctor(2, "RÉMI", "ROUX", "SM26")))
			.isOne();
	}

	@Test
	void an_extract_takes_the_place_of_the_one_before() {
		load(Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX", "SM26"), Extracts.doctor(2, "RÉMI", "ABADIE", ""));
		assertThat(load(Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX-ABADIE", "SM26"))).isOne();
		assertThat(this.directory.find(Scenario.rpps(1)).orElseThrow().familyName()).isEqualTo("Roux-Abadie");
		assertThat(this.directory.find(Scenario.rpps(2))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"',
			textBlock = """
					; line 1
					Type d'identifiant PP|Identifiant PP ; line 1: no column « Prénom d'exercice »
					{heading}~{doctor}~8|123 ; line 3: 2 cells
					{heading}~{doctor}~{doctor}~8|1234567890|x|M|ROUX|ALINE|10|Médecin|C|S|SM26||L|32319| ; line 4: the RPPS number has not 11 digits
					{heading}~8|99900000013|x|M||ALINE|10|Médecin|C|S|SM26||L|32319| ; line 2: no « Nom d'exercice »
					{heading} ; no doctor in it
					""")
	void a_broken_extract_is_refused_as_a_whole_with_its_line(String text, String why) {
		load(Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX", "SM26"));
		var lines = (text == null) ? new String[0]
				: text.replace("{heading}", Extracts.HEADING)
					.replace("{doctor}", Extracts.doctor(2, "RÉMI", "ROUX", "SM26"))
					.split("~");
		assertThatExceptionOfType(BrokenExtractException.class)
			.isThrownBy(() -> this.load.load("autre", DAY.plusDays(1), Extracts.of(lines)))
			.withMessageContaining(why);
		assertThat(this.directory.find(Scenario.rpps(1))).isPresent();
		assertThat(this.directory.find(Scenario.rpps(2))).isEmpty();
		assertThat(this.directory.extract()).hasValue(new HealthDirectory.Extract("extrait", DAY, 1));
	}

	@Test
	void an_extract_in_another_encoding_is_refused() {
		var latin = new ByteArrayResource((Extracts.HEADING.replace("é", "e").replace("Pre", "Pré") + "\n"
				+ Extracts.doctor(1, "RÉMI", "ROUX", "SM26") + "\n")
			.getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(BrokenExtractException.class)
			.isThrownBy(() -> this.load.load("latin", DAY, List.of(latin)))
			.withMessageContaining("not in UTF-8");
		assertThat(this.directory.extract()).isEmpty();
	}

	@Test
	void a_mark_before_the_heading_is_no_part_of_it() {
		assertThat(load("\uFEFF" + Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX", "SM26"))).isOne();
	}

	@Test
	void a_hundred_thousand_lines_are_read_one_by_one() {
		var source = new EndlessLines(100_000);
		var read = new AtomicInteger();
		var farthest = new AtomicInteger();
		new ExtractReader(source)
			.read((line) -> farthest.accumulateAndGet(source.written.get() - read.incrementAndGet(), Math::max));
		assertThat(read).hasValue(100_000);
		assertThat(farthest.get()).as("lines read ahead").isLessThan(1_000);
	}

	@Test
	void a_hundred_thousand_lines_are_loaded() {
		assertThat(this.load.load("grand", DAY, List.of(new EndlessLines(100_000)))).isEqualTo(50_000);
	}

	@Test
	void two_nodes_that_start_at_once_import_one_after_the_other() throws InterruptedException {
		var outcomes = Race.of(3, (node) -> load(Extracts.HEADING, Extracts.doctor(1, "ALINE", "ROUX", "SM26"),
				Extracts.doctor(node + 10, "RÉMI", "ROUX", "SM26")));
		assertThat(outcomes).allSatisfy((outcome) -> assertThat(outcome.resultNow()).isEqualTo(2));
		assertThat(this.jdbc.sql("select count(*) from directory_doctor").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void the_file_of_the_settings_is_imported_once_with_the_day_of_its_name(@TempDir Path folder) throws IOException {
		var file = folder.resolve("PS_LibreAcces_Personne_activite_202701020830.txt");
		Files.writeString(file, Extracts.HEADING + "\n" + Extracts.doctor(1, "ALINE", "ROUX", "SM26") + "\n");
		this.runner.load(List.of(file));
		assertThat(this.directory.extract().orElseThrow().day()).isEqualTo(LocalDate.of(2027, 1, 2));
		this.jdbc.sql("delete from directory_doctor").update();
		this.runner.load(List.of(file));
		assertThat(this.directory.find(Scenario.rpps(1))).as("not imported again").isEmpty();
	}

	@Test
	void a_file_that_is_missing_or_broken_stops_nothing(@TempDir Path folder) throws IOException {
		var broken = Files.writeString(folder.resolve("casse.txt"), "rien\n");
		this.runner.load(List.of(folder.resolve("absent.txt")));
		this.runner.load(List.of(broken));
		this.runner.load(List
			.of(Files.writeString(folder.resolve("PS_LibreAcces_Personne_activite_202699990830.txt"), "rien\n")));
		this.runner.load(List.of(Files.writeString(folder.resolve("nul.txt"),
				Extracts.HEADING + "\n" + Extracts.doctor(1, "ALI\u0000NE", "ROUX", "SM26") + "\n")));
		assertThat(this.directory.extract()).isEmpty();
	}

	/** Lines made while they are read: each doctor has two. */
	private static final class EndlessLines extends AbstractResource {

		private final int lines;

		private final AtomicInteger written = new AtomicInteger();

		EndlessLines(int lines) {
			this.lines = lines;
		}

		@Override
		public String getDescription() {
			return "lines";
		}

		@Override
		public String getFilename() {
			return "lines.txt";
		}

		@Override
		public InputStream getInputStream() {
			return new InputStream() {

				private byte[] line = (Extracts.HEADING + "\n").getBytes(StandardCharsets.UTF_8);

				private int place;

				@Override
				public int read() {
					var one = new byte[1];
					return (read(one, 0, 1) < 0) ? -1 : (one[0] & 0xff);
				}

				@Override
				public int read(byte[] into, int offset, int length) {
					if (this.place == this.line.length) {
						if (EndlessLines.this.written.get() == EndlessLines.this.lines) {
							return -1;
						}
						int number = EndlessLines.this.written.getAndIncrement();
						this.line = (Extracts.doctor(number / 2, "ALINE", "ROUX", "SM26") + "\n")
							.getBytes(StandardCharsets.UTF_8);
						this.place = 0;
					}
					int count = Math.min(length, this.line.length - this.place);
					System.arraycopy(this.line, this.place, into, offset, count);
					this.place += count;
					return count;
				}
			};
		}

	}

}
