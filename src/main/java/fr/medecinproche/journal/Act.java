package fr.medecinproche.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something done that must be remembered. It says nothing of a patient.
 *
 * @param action what was done, such as "site.opened"; its words are the message
 * {@code journal.act.<action>}
 * @param subject what it was done to, such as "site:12"
 * @param label how people call it, such as "Maison de santé d’Aignan"
 * @param departement where it lies, "32", so that agents of that place see it; null when
 * it concerns the whole service
 * @param detail what changed, in words, at most a thousand characters; null when there is
 * nothing to add
 */
public record Act(String action, String subject, String label, @Nullable String departement, @Nullable String detail) {

	private static final int LONGEST_LABEL = 200;

	private static final int LONGEST_DETAIL = 1000;

	/** Cuts what is too long: a note that is a little short beats an act refused. */
	public Act {
		label = cut(label, LONGEST_LABEL);
		detail = (detail != null) ? cut(detail, LONGEST_DETAIL) : null;
	}

	/**
	 * Something done without anything to add.
	 */
	public Act(String action, String subject, String label, @Nullable String departement) {
		this(action, subject, label, departement, null);
	}

	private static String cut(String text, int longest) {
		return (text.length() <= longest) ? text : text.substring(0, longest - 1) + "…";
	}

}
