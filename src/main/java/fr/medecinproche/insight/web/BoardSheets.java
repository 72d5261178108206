package fr.medecinproche.insight.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import fr.medecinproche.web.Words;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts a page of the board in words, each of them once.
 */
@Component
class BoardSheets {

	private final CoverageWords said;

	private final Words words;

	BoardSheets(CoverageWords said, Words words) {
		this.said = said;
		this.words = words;
	}

	/** Some rows of a board, with the totals of all of it. */
	BoardSheet of(CoverageBoard board, List<CoverageBoard.Row> rows) {
		var columns = board.spans().stream().map(this::column).toList();
		var states = new EnumMap<CoverageCell.State, String>(CoverageCell.State.class);
		return new BoardSheet(columns, rows.stream().map((row) -> line(row, board, columns, states)).toList(),
				totals(board));
	}

	private BoardSheet.Column column(Span span) {
		var name = this.said.name(span);
		if (!span.isWeek()) {
			return new BoardSheet.Column(span.code(), name, this.words.month(span.month()), null);
		}
		var day = DateTimeFormatter.ofPattern("d MMM", LocaleContextHolder.getLocale()).format(span.from());
		return new BoardSheet.Column(span.code(), name, this.said.shortly(span), day);
	}

	private BoardSheet.Line line(CoverageBoard.Row row, CoverageBoard board, List<BoardSheet.Column> columns,
			Map<CoverageCell.State, String> states) {
		var cells = new ArrayList<BoardSheet.Cell>();
		for (int at = 0; at < columns.size(); at++) {
			var cell = row.cells().get(at);
			cells.add(new BoardSheet.Cell(columns.get(at), cell.shade(),
					states.computeIfAbsent(cell.state(), this.said::state), figures(cell.figures(), cell.isOver())));
		}
		var facts = Stream.of(this.said.scheme(row.zone(), board.today()), this.said.last(row.zone(), board.today()),
				this.said.next(row.zone(), board.today()), this.said.free(row.zone(), board.today()));
		return new BoardSheet.Line(row.zone(), facts.filter(Objects::nonNull).toList(), cells);
	}

	private List<String> totals(CoverageBoard board) {
		var totals = board.totals();
		return IntStream.range(0, totals.size())
			.mapToObj((at) -> figures(totals.get(at), board.spans().get(at).isOver(board.today())))
			.toList();
	}

	private String figures(Tally figures, boolean over) {
		return String.join("\n", this.said.lines(figures, over));
	}

}
