package fr.medecinproche.insight.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import fr.medecinproche.web.CsvFile;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The board as a file: one line for each zone and week or month, whatever the page showed
 * of it.
 */
@Component
class CoverageTable {

	private static final List<String> COLUMNS = List.of("siren", "zone", "departement", "population", "span",
			"firstDay", "opened", "taken", "held", "closed", "offered", "booked", "honoured", "absent", "state", "last",
			"next", "free");

	private final MessageSource messages;

	CoverageTable(MessageSource messages) {
		this.messages = messages;
	}

	/** The whole board. */
	byte[] of(CoverageBoard board, Locale locale) {
		var header = COLUMNS.stream().map((column) -> say("insight.csv." + column, locale)).toList();
		return CsvFile.of(header,
				board.rows()
					.stream()
					.flatMap((row) -> row.cells().stream().map((cell) -> line(row.zone(), cell, locale)))
					.toList());
	}

	private List<Object> line(CoverageZone zone, CoverageCell cell, Locale locale) {
		var figures = cell.figures();
		return Stream
			.<Object>of(zone.siren(), zone.nom(), zone.departement(), zone.population(), cell.span().code(),
					cell.span().from(), figures.opened(), figures.taken(), figures.held(), figures.closed(),
					figures.offered(), figures.booked(), figures.honoured(), figures.absent(),
					say("insight.state." + cell.state(), locale), shown(zone.lastDay()), shown(zone.nextDay()),
					shown(zone.freeDay()))
			.toList();
	}

	private static Object shown(@Nullable Object value) {
		return (value != null) ? value : "";
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
