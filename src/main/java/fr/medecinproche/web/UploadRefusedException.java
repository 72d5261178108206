package fr.medecinproche.web;

import java.io.Serializable;

/**
 * A file somebody sent that cannot be read. The reason is also the key of the sentence
 * the user reads: {@code web.refusal.<REASON>}.
 */
public class UploadRefusedException extends Refusal {

	private final Reason reason;

	private final Serializable[] arguments;

	UploadRefusedException(Reason reason, Serializable... arguments) {
		super("web", reason);
		this.reason = reason;
		this.arguments = arguments;
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.clone();
	}

	/**
	 * Why the file was not read.
	 */
	public enum Reason {

		/** No file was chosen, or it is empty. */
		NO_FILE,
		/** It has more bytes than {@link UploadedTable#MAX_BYTES}. */
		TOO_LARGE,
		/** It has more rows than {@link UploadedTable#MAX_ROWS}. */
		TOO_MANY_ROWS,
		/** It is a spreadsheet's own file, or another archive. */
		WORKBOOK,
		/** It is no text. */
		NOT_TEXT,
		/** It has names of columns at most. */
		NO_ROWS,
		/** A quote opens and is never closed; the line. */
		BROKEN_QUOTES,
		/** Two columns mean the same; the name of the second. */
		COLUMN_TWICE,
		/** A column is missing that must be there; the names of those. */
		COLUMN_MISSING

	}

}
