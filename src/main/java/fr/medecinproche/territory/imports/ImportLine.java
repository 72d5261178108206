package fr.medecinproche.territory.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a file.
 *
 * @param file which of the files that came together, from 1
 * @param number where the line is in its file, from 1
 * @param outcome what would be done with it
 * @param reason why it is refused; null when it is not
 * @param quoted what the reason quotes of it
 * @param siren the zone it is about, when that could be read
 * @param label how people call what it is about
 * @param change what it changes of something known: see {@link Change}
 * @param content what was read, as JSON; null when it is refused
 */
public record ImportLine(int file, int number, Outcome outcome, @Nullable Reason reason, @Nullable String quoted,
		@Nullable String siren, @Nullable String label, @Nullable String change, @Nullable String content) {

	private static final int LONGEST_QUOTE = 200;

	private static final int LONGEST_LABEL = 160;

	private static final int LONGEST_CHANGE = 500;

	/** Cuts what is too long to be kept: it is shown, not used. */
	public ImportLine {
		quoted = cut(quoted, LONGEST_QUOTE);
		label = cut(label, LONGEST_LABEL);
		change = cut(change, LONGEST_CHANGE);
	}

	/** What it changes, for a page. */
	public List<Change> changes() {
		return (this.change == null) ? List.of() : this.change.lines().map(Change::parse).toList();
	}

	private static @Nullable String cut(@Nullable String text, int longest) {
		return (text == null || text.length() <= longest) ? text : text.substring(0, longest - 1) + "…";
	}

	/**
	 * One thing that changes.
	 *
	 * @param field which; its name is {@code territory.import.field.<field>}
	 * @param before what is known, perhaps empty
	 * @param after what the line says
	 */
	public record Change(String field, String before, String after) {

		/** How it is kept: one line, its parts parted by tabs. */
		String written() {
			return this.field + '\t' + this.before + '\t' + this.after;
		}

		private static Change parse(String written) {
			var parts = (written + "\t\t").split("\t", -1);
			return new Change(parts[0], parts[1], parts[2]);
		}

	}

	/**
	 * What becomes of a line.
	 */
	public enum Outcome {

		/** It brings something new. */
		ACCEPTED,
		/** It changes something known. */
		CORRECTED,
		/** It says what is known. */
		UNCHANGED,
		/** Nothing is done with it. */
		REFUSED

	}

	/**
	 * Why a line is refused; the sentence is {@code territory.import.reason.<REASON>}.
	 */
	public enum Reason {

		FORMULA, TOO_MANY_CELLS, TOO_LONG, SIREN_MISSING, SIREN_FORM, SIREN_CHECK, TWICE, ZONE_UNKNOWN, OUT_OF_SIGHT,
		NAME_MISSING, DEPARTEMENT_MISSING, DEPARTEMENT_UNKNOWN, POPULATION_MISSING, NUMBER_FORM, POSITION_FORM,
		DATE_FORM, DATE_PAST, END_BEFORE_START, INSEE_FORM, COMMUNE_INCOMPLETE, POSTAL_CODE_FORM, COMMUNE_HAS_SITES,
		NOTHING_SAID, YEAR_FORM, SOURCE_MISSING, VALUE_RANGE

	}

}
