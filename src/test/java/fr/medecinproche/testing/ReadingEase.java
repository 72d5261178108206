package fr.medecinproche.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How easy a text is to read. The measure is Flesch's reading ease (R. Flesch, "A new
 * readability yardstick", Journal of Applied Psychology 32, 1948), for French with the
 * weights of Kandel and Moles ("Application de l'indice de Flesch à la langue française",
 * Cahiers d'études de radio-télévision 19, 1958): a hundred for the easiest text, from 60
 * to 70 for one that a pupil of fourteen reads with ease, below 50 for a difficult one.
 * Sentences are counted as Flesch did, units of thought that end with a stop, a colon or
 * a semicolon. Syllables are counted from the spelling, as they are said: final mute
 * letters do not count.
 *
 * @param sentences the text, cut into sentences
 * @param english whether it is in English
 */
public record ReadingEase(List<String> sentences, boolean english) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'.-]*[\\p{L}\\p{N}]+)*");

	private static final Pattern VOWELS = Pattern.compile("[aeiouyàâäéèêëîïôöùûüœæ]+");

	/**
	 * Reads a message.
	 * @param message as it stands in a bundle, with arguments, markup and ends of line
	 * @param locale its language
	 * @return the text, its arguments being a word each
	 */
	public static ReadingEase of(String message, Locale locale) {
		var plain = message.replaceAll("\\{\\d,choice,(?:[^{}]|\\{\\d\\})*[#<]((?:[^{}|]|\\{\\d\\})*)\\}", "$1")
			.replaceAll("\\{\\w+\\}", "Marciac")
			.replaceAll("<[^>]*>", " ")
			.replaceAll("\\S+@\\S+", "Marciac")
			.replaceAll("(?<=\\d)[\\s\\u00a0](?=\\d)", "")
			.replace('\u00a0', ' ');
		var sentences = Arrays.stream(plain.split("[.!?…:;](?=\\s|$)|\\n"))
			.filter((sentence) -> WORD.matcher(sentence).find())
			.map(String::strip)
			.toList();
		return new ReadingEase(sentences, locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
	}

	/**
	 * Puts texts together that are read together.
	 * @param other what follows
	 * @return both
	 */
	public ReadingEase and(ReadingEase other) {
		return new ReadingEase(Stream.concat(this.sentences.stream(), other.sentences.stream()).toList(), this.english);
	}

	/**
	 * The measure.
	 * @return from below zero, unreadable, to above a hundred
	 */
	public double score() {
		double perSentence = (double) words().size() / this.sentences.size();
		double perWord = (double) words().stream().mapToInt(this::syllables).sum() / words().size();
		return this.english ? 206.835 - 1.015 * perSentence - 84.6 * perWord
				: 207 - 1.015 * perSentence - 73.6 * perWord;
	}

	/** The words of the longest sentence. */
	public int longestSentence() {
		return this.sentences.stream().mapToInt((sentence) -> words(sentence).size()).max().orElse(0);
	}

	/**
	 * Words as they are written, an article with its apostrophe being part of the next.
	 */
	public List<String> words() {
		return this.sentences.stream().flatMap((sentence) -> words(sentence).stream()).toList();
	}

	private static List<String> words(String sentence) {
		return WORD.matcher(sentence).results().map((word) -> word.group()).toList();
	}

	/**
	 * Counts the syllables of a word.
	 * @param word in the language of the text
	 * @return at least one
	 */
	public int syllables(String word) {
		var spelt = word.toLowerCase(Locale.ROOT).replaceAll("[’']", "");
		var spoken = this.english ? spelt.replaceAll("(?<=[^aeioul])es?$|(?<=[aeiou]l)e$|(?<=[^td])ed$", "")
				: spelt.replace("qu", "k")
					.replaceAll("gu(?=[eéèêi])", "g")
					.replaceAll("([éïëü])(?=[aoiue])", "$1-")
					.replaceAll("(?<=[^aeiou])es?$|(?<=[iué])es?$", "")
					.replaceAll("es?-", "-");
		return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
	}

}
