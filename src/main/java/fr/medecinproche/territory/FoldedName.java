package fr.medecinproche.territory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place name in the spelling that searches compare: small letters and digits separated
 * by single spaces, without accents, "st" written "saint". Whatever else was typed is
 * gone, so that it holds no wildcard of any kind.
 *
 * @param value the folded spelling, perhaps empty
 */
public record FoldedName(String value) {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

	private static final Pattern SAINT = Pattern.compile("\\bst(e?)\\b");

	private static final Pattern ARTICLE = Pattern.compile("^(?:l|le|la|les|los) ");

	/**
	 * Folds a name.
	 * @param name as written or typed
	 * @return its folded spelling
	 */
	public static FoldedName of(String name) {
		var letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
		var plain = letters.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
		var words = SEPARATORS.matcher(plain).replaceAll(" ").strip();
		return new FoldedName(SAINT.matcher(words).replaceAll("saint$1"));
	}

	/**
	 * The name without the article people leave out: "vigan" for "le vigan".
	 * @return the same name if it begins with none
	 */
	public FoldedName withoutArticle() {
		return new FoldedName(ARTICLE.matcher(this.value).replaceFirst(""));
	}

	/**
	 * The name without the words it ends with.
	 * @param ending the last words
	 * @return the words before, or the same name if it does not end so
	 */
	FoldedName without(FoldedName ending) {
		return this.value.endsWith(" " + ending)
				? new FoldedName(this.value.substring(0, this.value.length() - ending.value.length() - 1)) : this;
	}

	public boolean isEmpty() {
		return this.value.isEmpty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
