package fr.medecinproche.insight.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The part of the board on one page, in words: a page has a thousand cells, and a
 * template is slow at saying things.
 *
 * @param columns the weeks or months
 * @param lines the zones
 * @param totals what all the zones of the board add up to, column by column, line by line
 */
record BoardSheet(List<Column> columns, List<Line> lines, List<String> totals) {

	/**
	 * A week or a month.
	 *
	 * @param code its name in addresses
	 * @param name its name
	 * @param heading the same at the head of a narrow column
	 * @param day the first day of a week, at the head of its column
	 */
	record Column(String code, String name, String heading, @Nullable String day) {
	}

	/**
	 * A zone.
	 *
	 * @param zone the zone
	 * @param facts when doctors come, and whether the scheme applies
	 * @param cells one for each column
	 */
	record Line(CoverageZone zone, List<String> facts, List<Cell> cells) {
	}

	/**
	 * A zone in a week or a month.
	 *
	 * @param column the week or month
	 * @param shade its style
	 * @param state whether a doctor comes
	 * @param figures its figures, line by line
	 */
	record Cell(Column column, String shade, String state, String figures) {
	}

}
