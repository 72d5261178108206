package fr.medecinproche.journal;

import java.util.function.LongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * A doctor in the words of the journal: the number of their file, never their name. What
 * is noted stays, a name must not once its doctor has left; so whoever reads the journal
 * sees the name in the place of the number as long as there is one.
 *
 * @param volunteerId the file
 */
public record FileNumber(long volunteerId) {

	/**
	 * With the spaces only an application writes, so that nothing typed is taken for it.
	 */
	private static final Pattern WRITTEN = Pattern.compile("[Dd]ossier\u00a0n°\u00a0(\\d{1,18})");

	/**
	 * An act on the file itself.
	 * @param action what was done
	 * @param departement where it lies
	 * @param detail what changed, null when there is nothing to add
	 * @return the act to note
	 */
	public Act act(String action, String departement, @Nullable String detail) {
		return new Act(action, "volunteer:" + this.volunteerId, "Dossier\u00a0n°\u00a0" + this.volunteerId, departement,
				detail);
	}

	/** For the middle of a sentence: "dossier n° 12". */
	@Override
	public String toString() {
		return "dossier\u00a0n°\u00a0" + this.volunteerId;
	}

	/**
	 * The numbers a text says.
	 * @param text a label or a detail of the journal
	 * @return in the order they are said
	 */
	public static LongStream in(String text) {
		return WRITTEN.matcher(text).results().mapToLong(FileNumber::number);
	}

	/**
	 * A text with other words in the place of its numbers.
	 * @param text a label or a detail of the journal
	 * @param words what to say of a file instead
	 * @return the text to read
	 */
	public static String said(String text, LongFunction<String> words) {
		return WRITTEN.matcher(text).replaceAll((each) -> Matcher.quoteReplacement(words.apply(number(each))));
	}

	private static long number(MatchResult written) {
		return Long.parseLong(written.group(1));
	}

}
