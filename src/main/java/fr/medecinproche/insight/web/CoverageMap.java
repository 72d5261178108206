package fr.medecinproche.insight.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The zones of the board coloured by a measure.
 *
 * @param viewBox the frame, as the attribute of an SVG drawing
 * @param departements the outlines of the departments
 * @param zones all the zones, also those whose outline is not known
 * @param legend the classes
 * @param unknown how many zones have nothing to measure
 */
record CoverageMap(String viewBox, List<String> departements, List<Zone> zones, List<Shade> legend, long unknown) {

	/** The zones that can be drawn. */
	public List<Zone> drawn() {
		return this.zones.stream().filter((zone) -> zone.contour() != null).toList();
	}

	/** How many zones have no outline. */
	public long withoutContour() {
		return this.zones.size() - drawn().size();
	}

	/**
	 * A zone.
	 *
	 * @param row the zone on the board
	 * @param value its measure, null where there is nothing to measure
	 * @param letter the letter of its class, {@code –} where there is nothing to measure
	 * @param contour its outline, if known
	 * @param x where its letter stands
	 * @param y where its letter stands
	 */
	record Zone(CoverageBoard.Row row, @Nullable Double value, char letter, @Nullable String contour, long x, long y) {

		/** The name of its shade in style sheets. */
		public String shade() {
			return Shade.name(this.letter);
		}

	}

	/**
	 * A class of values.
	 *
	 * @param letter from A, the best off, to D
	 * @param above what its values exceed; null for the lowest
	 * @param upTo what they do not exceed; null for the highest
	 * @param zones how many zones are in it
	 */
	record Shade(char letter, @Nullable Double above, @Nullable Double upTo, long zones) {

		static final char NONE = '–';

		/** Its name in style sheets. */
		public String shade() {
			return name(this.letter);
		}

		private static String name(char letter) {
			return (letter == NONE) ? "shade-none" : "shade-" + Character.toLowerCase(letter);
		}

	}

}
