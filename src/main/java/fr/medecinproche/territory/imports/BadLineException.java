package fr.medecinproche.territory.imports;

import fr.medecinproche.territory.imports.ImportLine.Reason;

/**
 * A line that cannot be taken: reading it stops here, reading its file does not.
 */
public class BadLineException extends RuntimeException {

	private final Reason reason;

	private final String quoted;

	public BadLineException(Reason reason, String quoted) {
		super(reason.name(), null, false, false);
		this.reason = reason;
		this.quoted = quoted;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What of the line is wrong, as written; perhaps empty. */
	public String quoted() {
		return this.quoted;
	}

}
