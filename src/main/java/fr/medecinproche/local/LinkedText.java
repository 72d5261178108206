package fr.medecinproche.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a text, with where it leads when it is a link to this application.
 *
 * @param words what is read
 * @param path where it leads, or null
 */
record LinkedText(String words, @Nullable String path) {

	/**
	 * Cuts a text at its links to this application; other addresses stay text.
	 * @param text any text, or null
	 * @param address where the application says it is reached
	 * @return the pieces, in order
	 */
	static List<LinkedText> of(@Nullable String text, String address) {
		var pieces = new ArrayList<LinkedText>();
		if (text == null) {
			return pieces;
		}
		var links = Pattern.compile(Pattern.quote(address) + "(/[^\\s<>\"]*)").matcher(text);
		int from = 0;
		while (links.find()) {
			pieces.add(new LinkedText(text.substring(from, links.start()), null));
			pieces.add(new LinkedText(links.group(), links.group(1)));
			from = links.end();
		}
		pieces.add(new LinkedText(text.substring(from), null));
		return pieces;
	}

}
