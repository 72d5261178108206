package fr.medecinproche.campaign;

import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a call says, as plain text with {@link Placeholder}s.
 *
 * @param subject one line
 * @param body a few paragraphs
 */
@Embeddable
public record CampaignText(String subject, @Column(name = "body") String body) {

	/** The longest subject. */
	public static final int SUBJECT_LENGTH = 120;

	/** The longest text. */
	public static final int BODY_LENGTH = 4000;

	public CampaignText {
		subject = subject.strip();
		body = body.replace("\r\n", "\n").strip();
		if (subject.isEmpty() || subject.length() > SUBJECT_LENGTH || body.isEmpty() || body.length() > BODY_LENGTH) {
			throw new IllegalArgumentException("a call says something, within limits");
		}
	}

	/**
	 * Whether a brace is left where every placeholder is filled: a word nobody fills in,
	 * or one that was not closed.
	 * @param text a subject or a body
	 * @return true when it cannot be sent like this
	 */
	public static boolean isMistyped(String text) {
		var rest = text;
		for (var placeholder : Placeholder.values()) {
			rest = rest.replace(placeholder.written(), "");
		}
		return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
	}

	/**
	 * The text for a reader.
	 * @param values what is put in; whatever they hold is not looked at again
	 * @return the text without placeholders
	 */
	CampaignText filledWith(Map<Placeholder, String> values) {
		return new CampaignText(fill(this.subject, values, SUBJECT_LENGTH), fill(this.body, values, BODY_LENGTH));
	}

	private static String fill(String text, Map<Placeholder, String> values, int longest) {
		var filled = new StringBuilder();
		int from = 0;
		while (from < text.length()) {
			var here = next(text, from);
			if (here == null) {
				filled.append(text.charAt(from++));
			}
			else {
				filled.append(values.get(here));
				from += here.written().length();
			}
		}
		return (filled.length() > longest) ? filled.substring(0, longest - 1) + "…" : filled.toString();
	}

	private static @Nullable Placeholder next(String text, int from) {
		for (var placeholder : Placeholder.values()) {
			if (text.startsWith(placeholder.written(), from)) {
				return placeholder;
			}
		}
		return null;
	}

}
