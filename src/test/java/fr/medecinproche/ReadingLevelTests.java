package fr.medecinproche;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import fr.medecinproche.testing.ReadingEase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Patients are old, ill, in a hurry, or read with difficulty: what they read is in short
 * sentences and words they know.
 */
class ReadingLevelTests {

	/**
	 * Guides to plain French ask for fifteen words on average; one sentence may say more.
	 */
	private static final int LONGEST_SENTENCE = 18;

	/** A text of fewer words is a label: its measure says nothing. */
	private static final int TEXT = 8;

	/** From 60 Flesch calls a text plain: thirteen-year-olds read it with ease. */
	private static final double EACH_TEXT = 60;

	/** A page is a few texts; from 70 Flesch calls it fairly easy. */
	private static final int PAGE = 20;

	private static final double EACH_PAGE = 70;

	private static final int LONG_WORD = 5;

	/** Long words that patients know, or that nothing replaces. */
	private static final Set<String> KNOWN = Set.of("accessibilité", "automatiquement", "renouvellement",
			"accessibility", "automatically", "openstreetmap");

	private static final List<String> BUNDLES = List.of("appointment", "waiting", "web", "messaging", "print");

	/** What doctors, hosts and the agency read, and credits that licences ask for. */
	private static final Pattern NOT_FOR_PATIENTS = Pattern
		.compile("appointment\\.(doctorHome|agenda|sheet|givingBack|patients|halfDay|rules)\\..*"
				+ "|web\\.(legal|footer\\.sources|footer\\.licence|nav)\\..*|web\\.footer\\.(sources|licence)"
				+ "|(jakarta|typeMismatch).*|messaging\\.(EmailConfirmation|EmailChange|SecondFactor|SignInLink|AccountClosed|Password|Registration|Volunteer|HalfDay|Indemnity|File|ReminderTo|board|Channel"
				+ "|MessageStatus)[A-Za-z]*\\..*|print\\.letter\\.unreachable.*");

	private static Map<String, ReadingEase> texts(String language) throws IOException {
		var locale = Locale.forLanguageTag(language);
		var texts = new TreeMap<String, ReadingEase>();
		for (var bundle : BUNDLES) {
			var file = "messages/" + bundle + (language.equals("fr") ? "" : "_" + language) + ".properties";
			PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(file), "UTF-8"))
				.forEach((key, message) -> {
					if (!NOT_FOR_PATIENTS.matcher((String) key).matches()) {
						texts.put((String) key, ReadingEase.of((String) message, locale));
					}
				});
		}
		return texts;
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void every_sentence_is_short(String language) throws IOException {
		var longOnes = new ArrayList<String>();
		texts(language).forEach((key, text) -> {
			if (text.longestSentence() > LONGEST_SENTENCE) {
				longOnes.add(key + ": " + text.longestSentence() + " words in " + text.sentences());
			}
		});
		assertThat(longOnes).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void long_words_are_known_to_all(String language) throws IOException {
		var rare = new TreeMap<String, String>();
		texts(language).forEach((key, text) -> text.words()
			.stream()
			.filter((word) -> text.syllables(word) >= LONG_WORD)
			.map((word) -> word.toLowerCase(Locale.ROOT).replaceAll("^\\p{L}’|-(?:vous|en|le|la)$", ""))
			.filter((word) -> text.syllables(word) >= LONG_WORD && !KNOWN.contains(word))
			.forEach((word) -> rare.put(word, key)));
		assertThat(rare).isEmpty();
	}

	/** A text message, half of it a place and a date, must above all fit into one. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void every_text_is_easy(String language) throws IOException {
		var hardest = texts(language).entrySet()
			.stream()
			.filter((text) -> text.getValue().words().size() >= TEXT && !text.getKey().endsWith(".sms"))
			.sorted(Comparator.comparingDouble((text) -> text.getValue().score()))
			.toList();
		System.out.printf("The ten hardest of %d texts in %s (from 60 plain, from 70 fairly easy):%n", hardest.size(),
				language);
		hardest.stream()
			.limit(10)
			.forEach((text) -> System.out.printf("  %5.1f %s %s%n", text.getValue().score(), text.getKey(),
					text.getValue().sentences()));
		assertThat(hardest).allSatisfy(
				(text) -> assertThat(text.getValue().score()).as("%s: %s", text.getKey(), text.getValue().sentences())
					.isGreaterThanOrEqualTo(EACH_TEXT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void every_page_is_fairly_easy(String language) throws IOException {
		var pages = new TreeMap<String, ReadingEase>();
		texts(language).forEach((key, text) -> {
			if (text.words().size() >= TEXT && !key.endsWith(".sms")) {
				pages.merge(key.replaceAll("^(\\w+\\.\\w+).*", "$1"), text, ReadingEase::and);
			}
		});
		pages.values().removeIf((page) -> page.words().size() < PAGE);
		assertThat(pages).hasSizeGreaterThan(8)
			.allSatisfy((page, text) -> assertThat(text.score()).as(page).isGreaterThanOrEqualTo(EACH_PAGE));
	}

	@Test
	void the_measure_tells_easy_from_difficult() {
		var easy = ReadingEase.of("Le médecin vient mardi. Appelez le 15.", Locale.FRENCH);
		var hard = ReadingEase.of("L’établissement procède à la dématérialisation des modalités organisationnelles "
				+ "d’accompagnement des bénéficiaires.", Locale.FRENCH);
		assertThat(easy.score()).isGreaterThan(75);
		assertThat(hard.score()).isLessThan(20);
		assertThat(ReadingEase.of("{0,choice,1#Un mois|1<{0} mois} après la visite.", Locale.FRENCH).sentences())
			.containsExactly("Marciac mois après la visite");
		for (var word : Map.of("médecin", 3, "quelques", 1, "réservation", 4, "rendez-vous", 3, "consultation", 4)
			.entrySet()) {
			assertThat(easy.syllables(word.getKey())).as(word.getKey()).isEqualTo(word.getValue());
		}
	}

}
