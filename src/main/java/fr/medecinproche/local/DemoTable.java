package fr.medecinproche.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The invented rows of a file of {@code src/main/resources/demo}: a line of names, then
 * one line each, cells parted by semicolons.
 */
final class DemoTable {

	private DemoTable() {
	}

	static List<Row> rows(String name) {
		try {
			var lines = new ClassPathResource("demo/" + name + ".csv").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.toList();
			var columns = lines.getFirst().split(";");
			return lines.stream().skip(1).map((line) -> Row.of(columns, line.split(";", -1))).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Row(Map<String, String> cells) {

		private static Row of(String[] columns, String[] cells) {
			var named = new LinkedHashMap<String, String>();
			for (int i = 0; i < columns.length; i++) {
				named.put(columns[i], cells[i]);
			}
			return new Row(named);
		}

		String text(String column) {
			return Objects.requireNonNull(this.cells.get(column), column);
		}

		@Nullable String textOrNull(String column) {
			var text = text(column);
			return text.isEmpty() ? null : text;
		}

		int number(String column) {
			return Integer.parseInt(text(column));
		}

		boolean isTrue(String column) {
			return text(column).equals("true");
		}

	}

}
