package fr.medecinproche.web;

import java.util.List;

import fr.medecinproche.web.Chart.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChartTests {

	@ParameterizedTest
	@CsvSource({ "0, 0, 1, 1", "1, 0, 1, 1", "1, 1, 0.2, 1", "3, 0, 1, 3", "12, 0, 5, 15", "12, 1, 2.5, 12.5",
			"19, 0, 5, 20", "100, 0, 20, 100", "101, 0, 25, 125", "0.3, 1, 0.1, 0.3", "0.04, 1, 0.1, 0.1",
			"323497, 0, 100000, 400000" })
	void an_axis_goes_to_a_round_number_by_round_steps(double highest, int decimals, double step, double end) {
		var scale = ChartScale.upTo(highest, decimals);
		assertThat(scale.step()).isCloseTo(step, within(1e-9));
		assertThat(scale.end()).isCloseTo(end, within(1e-9));
		assertThat(scale.lines()).hasSizeBetween(2, 6).startsWith(0.0);
	}

	@Test
	void a_column_stands_on_the_base_and_is_as_high_as_its_value() {
		var plot = Chart.columns("c", "Essai", List.of("a", "b", "c"), Series.of("un", 0, 5, null)).plot();
		assertThat(plot.columns(0)).extracting(ChartPlot.Box::height).containsExactly(0, 188);
		assertThat(plot.columns(0)).extracting(ChartPlot.Box::x).containsExactly("4.67%", "38.00%");
	}

	@Test
	void a_line_is_broken_where_nothing_is_known() {
		var plot = Chart.lines("c", "Essai", List.of("a", "b", "c", "d"), Series.of("un", 1, null, 3, 4)).plot();
		assertThat(plot.strokes(0)).hasSize(1);
		assertThat(plot.marks(0)).hasSize(3);
	}

	@Test
	void of_many_names_some_are_left_out_and_more_on_a_phone() {
		var months = java.util.stream.IntStream.range(0, 24).mapToObj(String::valueOf).toList();
		var plot = new Chart(Chart.Kind.LINES, "c", "Essai", null, months,
				List.of(new Series("un", months.stream().map(Integer::valueOf).toList())), "", 0)
			.plot();
		assertThat(plot.names()).hasSize(8);
		assertThat(plot.names()).filteredOn((name) -> !name.minor()).hasSize(4);
	}

	@Test
	void what_cannot_be_drawn_is_refused() {
		var one = List.of("a");
		assertThatIllegalArgumentException().isThrownBy(() -> Chart.bars("c", "Essai", one, Series.of("un", -1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Chart.bars("c", "Essai", one, Series.of("un", Double.NaN)));
		assertThatIllegalArgumentException().isThrownBy(() -> Chart.bars("c", "Essai", one, Series.of("un", 1, 2)));
		assertThatIllegalArgumentException().isThrownBy(() -> Chart.ranges("c", "Essai", one, Series.of("un", 1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Chart.bars("c", "Essai", one));
	}

}
