package fr.medecinproche;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sentences nobody reads any more are taken out: whoever translates them next would do so
 * for nothing.
 */
class MessageKeysTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	/** Spring and Bean Validation ask for these by themselves. */
	private static final List<String> ASKED_BY_FRAMEWORKS = List.of("typeMismatch", "jakarta.validation.");

	/** Whole keys, and beginnings of keys whose last words are put together. */
	private static final Pattern WORDS = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)+\\.?");

	/** {@code #{|waiting.${note}.title|}}: what is put in is anything. */
	private static final Pattern FILLED_IN = Pattern.compile("\\|([a-z]\\w*\\.[\\w.-]*\\$\\{[^|}]*}[\\w.-]*)\\|");

	/** The name of a letter: its keys are {@code messaging.<kind>.<part>}. */
	private static final Pattern KIND = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");

	/** {@code web.Refusal} says them, by the name of the reason. */
	private static final Pattern REFUSAL = Pattern.compile("[a-z]+\\.refusal\\.[A-Z_]+");

	@Test
	void every_sentence_is_said_somewhere() throws IOException {
		var source = sources();
		var words = all(WORDS, source);
		var kinds = all(KIND, source);
		var filledIn = FILLED_IN.matcher(source)
			.results()
			.map((it) -> it.group(1))
			.map(MessageKeysTests::anyFilling)
			.distinct()
			.toList();
		assertThat(keys()).isNotEmpty()
			.filteredOn((key) -> ASKED_BY_FRAMEWORKS.stream().noneMatch(key::startsWith))
			.filteredOn((key) -> !words.contains(key) && !isPutTogether(key, words) && !isOfLetter(key, kinds))
			.filteredOn((key) -> !REFUSAL.matcher(key).matches())
			.filteredOn((key) -> filledIn.stream().noneMatch(key::matches))
			.isEmpty();
	}

	/** "appointment.refusal." + reason, and the like: two words at least are written. */
	private static boolean isPutTogether(String key, Set<String> words) {
		for (int dot = key.lastIndexOf('.'); dot > key.indexOf('.'); dot = key.lastIndexOf('.', dot - 1)) {
			if (words.contains(key.substring(0, dot + 1))) {
				return true;
			}
		}
		return false;
	}

	private static String anyFilling(String written) {
		return Stream.of(written.split("\\$\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining("[\\w-]+"));
	}

	private static boolean isOfLetter(String key, Set<String> kinds) {
		var parts = key.split("\\.");
		return parts.length == 3 && parts[0].equals("messaging") && kinds.contains(parts[1]);
	}

	private static Set<String> all(Pattern pattern, String source) {
		return pattern.matcher(source).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	private static String sources() throws IOException {
		try (var files = Files.walk(Path.of("src/main"))) {
			var source = new StringBuilder();
			for (var file : files.filter((it) -> it.toString().matches(".*\\.(java|html|txt|js|yml|yaml)")).toList()) {
				source.append(Files.readString(file)).append('\n');
			}
			return source.toString();
		}
	}

	private static Set<String> keys() throws IOException {
		var keys = new TreeSet<String>();
		try (var files = Files.list(MESSAGES)) {
			for (var file : files.toList()) {
				var bundle = new Properties();
				try (Reader reader = Files.newBufferedReader(file)) {
					bundle.load(reader);
				}
				keys.addAll(bundle.stringPropertyNames());
			}
		}
		return keys;
	}

}
