package fr.medecinproche.territory.reference;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BrokenReferenceTests {

	private static final ReferenceFiles SHIPPED = ReferenceFiles.shipped();

	@Test
	void the_shipped_files_pass() {
		assertThatCode(() -> read(SHIPPED)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					communes-occitanie.csv | 32319,Plaisance | 3231X,Plaisance | line 2290: code_insee is not an INSEE code: 3231X
					communes-occitanie.csv | 32319,Plaisance,32,32160 | 32319,Plaisance,32,3216 | codes_postaux is not a postal code: 3216
					communes-occitanie.csv | 32319,Plaisance,32,32160 | 32319,Plaisance,32,32160; | codes_postaux is not a postal code
					communes-occitanie.csv | 32319,Plaisance,32 | 32319,Plaisance,99 | departement is no department: 99
					communes-occitanie.csv | 32319,Plaisance | 32319, | nom must not be empty
					communes-occitanie.csv | 32319,Plaisance | 32233,Plaisance | comes twice: 32233
					communes-occitanie.csv | 42.9101,1.90081 | 12.9101,1.90081 | line 4: lat, lon is not in mainland France
					communes-occitanie.csv | 42.9101,1.90081 | 42.9101,191.0 | line 4: lat, lon is not in mainland France
					communes-occitanie.csv | 42.9101,1.90081 | 42.9101,est | line 4: lon is not a number: est
					communes-occitanie.csv | 240900464,false | 240900464,no | is_priority is neither true nor false: no
					communes-occitanie.csv | 240900464,false | 240900464,true | is_priority contradicts
					communes-occitanie.csv | 240900464,false | 240900464 | line 4: has not the cells of the heading
					communes-occitanie.csv | code_insee,nom, | code,nom, | is not the expected table
					zones-occitanie.csv | 200044469 | 200044460 | line 2: siren_epci the check digit of 200044460 is wrong
					zones-occitanie.csv | 10638,33, | 10638,34, | line 2: nb_communes is 34 where 33 are listed
					zones-occitanie.csv | 10638,33, | 10639,33, | line 2: pop_municipale_rp2023 is 10639 where the communes add up to 10638
					zones-occitanie.csv | 30;07 | 30 | departements are [30] where the communes lie in
					zone-communes.csv | 09002,Aigues-Vives | 09999,Aigues-Vives | line 2: code_insee is no commune of that name: 09999
					zone-communes.csv | 09002,Aigues-Vives | 09002,Aigues-Mortes | line 2: code_insee is no commune of that name
					communes-anciens-noms.csv | 07011,Vallées | 07999,Vallées | code_insee is no commune: 07999
					departements-voisins.csv | 07,Ardèche | 7,Ardèche | line 2: code is not the code of a department: 7
					departements-voisins.csv | 84,Vaucluse | | has 12 lines where the manifest announces 13
					manifest.csv | zone-communes.csv,820 | zone-communes.csv,821 | zone-communes.csv: has 820 lines where the manifest announces 821
					zones-occitanie.geojson | "200006930" | "200006931" | does not draw 200006930
					zones-occitanie.geojson | [[[3.82982,44.75479], | [[[3.82983,44.75479], | the contour of 200006930 is not closed
					zones-occitanie.geojson | "Polygon" | "Point" | is not drawn with polygons
					zones-occitanie.geojson | [3.83725,44.76004] | [44.76004,3.83725] | leaves the region
					zones-occitanie.geojson | [3.83725,44.76004] | [3.83725] | leaves the region
					departements-occitanie.geojson | {"type":"FeatureCollection" | {"type":"Feature | is not GeoJSON
					""")
	void refuses_a_broken_file_and_says_where(String file, String right, String wrong, String complaint) {
		var text = SHIPPED.text(file);
		assertThat(text).contains(right);
		int at = text.indexOf(right);
		var replacement = (wrong != null) ? wrong : "";
		int end = at + right.length() + ((wrong != null) ? 0 : 1);
		var broken = text.substring(0, at) + replacement + text.substring(end);
		assertThatExceptionOfType(BrokenReferenceException.class)
			.isThrownBy(() -> read(SHIPPED.with(file, broken.getBytes(StandardCharsets.UTF_8))))
			.withMessageContaining(complaint)
			.withMessageStartingWith(complaint.contains(".csv") ? complaint : file);
	}

	@Test
	void refuses_a_file_that_was_cut() {
		var text = SHIPPED.text(ReferenceFiles.NEIGHBOUR_COMMUNES);
		var cut = text.substring(0, text.lastIndexOf("\n84")).getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(BrokenReferenceException.class)
			.isThrownBy(() -> read(SHIPPED.with(ReferenceFiles.NEIGHBOUR_COMMUNES, cut)))
			.withMessageContaining("has 1996 lines where the manifest announces 1997");
	}

	@Test
	void refuses_a_file_that_is_not_written_in_utf_8() {
		var latin = SHIPPED.text(ReferenceFiles.COMMUNES).getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(BrokenReferenceException.class)
			.isThrownBy(() -> read(SHIPPED.with(ReferenceFiles.COMMUNES, latin)))
			.withMessageContaining("not written in UTF-8");
	}

	@Test
	void a_file_that_changes_changes_the_checksum() {
		var changed = SHIPPED.with(ReferenceFiles.ZONES, new byte[0]);
		assertThat(changed.checksum()).isNotEqualTo(SHIPPED.checksum());
		assertThat(ReferenceFiles.shipped().checksum()).isEqualTo(SHIPPED.checksum());
	}

	private static void read(ReferenceFiles files) {
		new ReferenceChecks(new ReferenceReader(files).read()).run();
	}

}
