package fr.medecinproche.territory.zoning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.zoning.ZoneLine.Act;
import fr.medecinproche.web.UploadedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneListReaderTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

	private static final String LIMOUXIN = "200071926";

	private static final Map<String, KnownTerritory.Zone> KNOWN = Map.of(LIMOUXIN,
			new KnownTerritory.Zone(LIMOUXIN, "CC du Limouxin", "Limouxin", "11", "11", 28531, 28173, 43.0, 2.2,
					"Limoux", true),
			"200042463", new KnownTerritory.Zone("200042463", "CC de la Montagne Noire", "Montagne noire", "11", "11",
					6000, 5972, null, null, null, false));

	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t" })
	void a_list_is_read_whatever_parts_its_cells(String separator) {
		var lines = read("SIREN;Nom;Département;Population totale\n200070506;CC Cœur de Béarn;64;14 000\n".replace(";",
				separator), StandardCharsets.UTF_8);
		assertThat(lines).singleElement().satisfies((line) -> {
			assertThat(line.outcome()).isEqualTo(Outcome.ACCEPTED);
			var content = ZoneListReader.content(line);
			assertThat(content.act()).isEqualTo(Act.ADD);
			assertThat(content.nom()).isEqualTo("CC Cœur de Béarn");
			assertThat(content.departements()).containsExactly("64");
			assertThat(content.population()).isEqualTo(14_000);
			assertThat(content.populationMunicipale()).isEqualTo(14_000);
			assertThat(content.day()).isEqualTo("2027-02-01");
		});
	}

	@Test
	void a_list_of_a_french_spreadsheet_is_read_with_its_accents() {
		var list = "siren_epci;nom_insee;departement_principal;departements;pop_totale_rp2021;pop_totale_rp2022\r\n"
				+ "200070506;CC Cœur de Béarn;64;\"64;40\";13900;14000\r\n";
		var content = ZoneListReader.content(read(list, Charset.forName("windows-1252")).getFirst());
		assertThat(content.nom()).isEqualTo("CC Cœur de Béarn");
		assertThat(content.departements()).containsExactly("64", "40");
		assertThat(content.population()).as("the latest census").isEqualTo(14_000);
		assertThat(read("\ufeff" + list, StandardCharsets.UTF_8).getFirst().outcome()).isEqualTo(Outcome.ACCEPTED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			; X ; 64 ; 10 | SIREN_MISSING
			20007050 ; X ; 64 ; 10 | SIREN_FORM
			200070507 ; X ; 64 ; 10 | SIREN_CHECK
			200070506 ; ; 64 ; 10 | NAME_MISSING
			200070506 ; X ; ; 10 | DEPARTEMENT_MISSING
			200070506 ; X ; 99 ; 10 | DEPARTEMENT_UNKNOWN
			200070506 ; X ; 31 ; 10 | OUT_OF_SIGHT
			200070506 ; X ; 64 ; | POPULATION_MISSING
			200070506 ; X ; 64 ; 0 | POPULATION_MISSING
			200070506 ; X ; 64 ; beaucoup | NUMBER_FORM
			200070506 ; X ; 64 ; -5 | NUMBER_FORM
			200070506 ; =1+1 ; 64 ; 10 | FORMULA
			200070506 ; X ; 64 ; 10 ; 31/12/2026 | DATE_PAST
			200070506 ; X ; 64 ; 10 ; 2027-02-30 | DATE_FORM
			200070506 ; X ; 64 ; 10 ; ; 2027-03-01 | ZONE_UNKNOWN
			200071926 ; ; ; ; 2027-03-01 ; 2027-02-01 | END_BEFORE_START
			200070506 ; X ; 64 ; 10 ; ; ; 120 ; 3 | POSITION_FORM
			200070506 ; X ; 64 ; 10 ; ; ; 43 ; | POSITION_FORM
			200070506 ; X ; 64 ; 10 ; ; ; ; ; de trop | TOO_MANY_CELLS
			""")
	void refuses_a_line_and_says_why(String line, ImportLine.Reason reason) {
		var read = read("siren;nom;departement;population;date_debut;date_fin;lat;lon\n" + line + "\n",
				StandardCharsets.UTF_8)
			.getFirst();
		assertThat(read.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(read.reason()).isEqualTo(reason);
		assertThat(read.content()).isNull();
	}

	@Test
	void the_same_zone_twice_is_taken_once() {
		var lines = read("siren;nom;departement;population\n200070506;A;64;10\n200070506;B;64;10\n",
				StandardCharsets.UTF_8);
		assertThat(lines).extracting(ImportLine::outcome).containsExactly(Outcome.ACCEPTED, Outcome.REFUSED);
		assertThat(lines.getLast().reason()).isEqualTo(ImportLine.Reason.TWICE);
		assertThat(lines.getLast().number()).isEqualTo(3);
	}

	@Test
	void what_is_known_of_a_zone_need_not_be_said_again() {
		var lines = read("siren;population;fin\n200071926;;\n200042463;;\n", StandardCharsets.UTF_8);
		assertThat(lines.getFirst().outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(lines.getLast().outcome()).as("was a zone, becomes one again").isEqualTo(Outcome.ACCEPTED);
		assertThat(ZoneListReader.content(lines.getLast()).nom()).isEqualTo("CC de la Montagne Noire");
	}

	@Test
	void what_differs_is_said_with_what_was_known() {
		var line = read("siren;population\n200071926;28600\n", StandardCharsets.UTF_8).getFirst();
		assertThat(line.outcome()).isEqualTo(Outcome.CORRECTED);
		assertThat(line.changes()).containsExactly(new ImportLine.Change("POPULATION", "28531", "28600"));
	}

	@Test
	void a_date_of_end_retires_a_zone() {
		var line = read("siren;date de retrait\n200071926;1/3/2027\n", StandardCharsets.UTF_8).getFirst();
		assertThat(line.outcome()).isEqualTo(Outcome.ACCEPTED);
		assertThat(ZoneListReader.content(line).act()).isEqualTo(Act.RETIRE);
		assertThat(ZoneListReader.content(line).day()).isEqualTo("2027-03-01");
	}

	@Test
	void the_zeros_a_spreadsheet_takes_away_are_put_back() {
		var list = "siren;nom;departement;population\n200070506;X;9;10\n";
		var reader = new ZoneListReader(KNOWN, Set.of("09"), Set.of("09"), TODAY, TODAY);
		var table = UploadedTable.read(list.getBytes(StandardCharsets.UTF_8), ZoneColumns.ALL);
		assertThat(ZoneListReader.content(reader.read(table.rows().getFirst())).departement()).isEqualTo("09");
	}

	private static List<ImportLine> read(String list, Charset written) {
		var reader = new ZoneListReader(KNOWN, Set.of("11", "31", "40", "64"), Set.of("11", "40", "64"), TODAY,
				LocalDate.of(2027, 2, 1));
		return UploadedTable.read(list.getBytes(written), ZoneColumns.ALL).rows().stream().map(reader::read).toList();
	}

}
