package fr.medecinproche.messaging;

import java.text.Normalizer;
import java.util.Map;

/**
 * The alphabet of text messages (3GPP TS 23.038): within it 160 characters are one
 * message; one character outside of it, an "ê" or a "’", and only 70 are.
 */
public final class Gsm7 {

	/** What one message holds. */
	static final int MESSAGE = 160;

	/** What each holds of several that are put together again. */
	private static final int PART = 153;

	private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
			+ "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

	/** Each counts for two. */
	private static final String EXTENDED = "^{}\\[~]|€\f";

	private static final Map<Integer, String> WRITTEN = Map.ofEntries(Map.entry((int) 'œ', "oe"),
			Map.entry((int) 'Œ', "OE"), Map.entry((int) '’', "'"), Map.entry((int) '‘', "'"),
			Map.entry((int) '“', "\""), Map.entry((int) '”', "\""), Map.entry((int) '«', "\""),
			Map.entry((int) '»', "\""), Map.entry((int) '…', "..."), Map.entry((int) '–', "-"),
			Map.entry((int) '—', "-"), Map.entry((int) '‑', "-"), Map.entry((int) '\t', " "));

	private Gsm7() {
	}

	/**
	 * Whether a text is written in the alphabet.
	 * @param text any text
	 * @return false when it must be transliterated
	 */
	static boolean covers(String text) {
		return text.codePoints().allMatch(Gsm7::covers);
	}

	private static boolean covers(int point) {
		return BASIC.indexOf(point) >= 0 || EXTENDED.indexOf(point) >= 0;
	}

	/**
	 * Writes a text in the alphabet: accents it lacks are left out, and what it cannot
	 * say becomes a question mark.
	 * @param text any text
	 * @return the nearest text in the alphabet
	 */
	static String transliterate(String text) {
		var written = new StringBuilder(text.length());
		Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach((point) -> {
			if (covers(point)) {
				written.appendCodePoint(point);
			}
			else if (Character.getType(point) != Character.FORMAT) {
				written.append(nearest(point));
			}
		});
		return written.toString();
	}

	private static String nearest(int point) {
		if (WRITTEN.containsKey(point)) {
			return WRITTEN.get(point);
		}
		if (Character.isSpaceChar(point)) {
			return " ";
		}
		var bare = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
		return (!bare.isEmpty() && covers(bare)) ? bare : "?";
	}

	/**
	 * What a text counts for.
	 * @param text a text in the alphabet
	 * @return its length, extended characters counted twice
	 */
	static int length(String text) {
		return (int) (text.length() + text.chars().filter((c) -> EXTENDED.indexOf(c) >= 0).count());
	}

	/**
	 * How many text messages a text makes.
	 * @param text a text in the alphabet
	 * @return 1 up to 160 characters
	 */
	public static int messages(String text) {
		int length = length(text);
		return (length <= MESSAGE) ? 1 : Math.ceilDiv(length, PART);
	}

}
