package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.Perimeters;
import fr.medecinproche.web.CsvFile;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The coverage board: zones by weeks or months, as a table, a file and a map.
 */
@Controller
class CoverageController {

	private static final int MOST_ZONES = 40;

	/** Of a page: fewer zones the longer the period, so that every page is quick. */
	private static final int MOST_CELLS = 1040;

	private final CoverageReader reader;

	private final CoverageMaps maps;

	private final CoverageTable table;

	private final BoardSheets sheets;

	private final Departements departements;

	private final Perimeters perimeters;

	private final Clock clock;

	CoverageController(CoverageReader reader, CoverageMaps maps, CoverageTable table, BoardSheets sheets,
			Departements departements, Perimeters perimeters, Clock clock) {
		this.reader = reader;
		this.maps = maps;
		this.table = table;
		this.sheets = sheets;
		this.departements = departements;
		this.perimeters = perimeters;
		this.clock = clock;
	}

	@GetMapping("/ars/couverture")
	String board(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") CoverageFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var board = this.reader.board(filter, agent.perimeter());
		int size = Math.min(MOST_ZONES, MOST_CELLS / board.spans().size());
		var asked = PageRequest.of(Math.clamp(page, 0, Math.max(0, board.rows().size() - 1) / size), size);
		var rows = board.rows().stream().skip(asked.getOffset()).limit(size).toList();
		model.addAttribute("rows", new PageImpl<>(rows, asked, board.rows().size()));
		model.addAttribute("sheet", this.sheets.of(board, this.reader.withFreeDays(rows)));
		show(board, agent, model);
		return "ars/couverture";
	}

	@GetMapping("/ars/couverture/carte")
	String map(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") CoverageFilter filter, Model model) {
		var board = this.reader.halfDays(filter, agent.perimeter());
		show(board, agent, model);
		model.addAttribute("measures", Measure.values());
		model.addAttribute("map", this.maps.of(board, filter.measure()));
		return "ars/couverture-carte";
	}

	@GetMapping("/ars/couverture.csv")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn agent,
			@ModelAttribute("filter") CoverageFilter filter, Locale locale) {
		var name = ContentDisposition.attachment().filename("couverture-" + LocalDate.now(this.clock) + ".csv").build();
		return ResponseEntity.ok()
			.contentType(CsvFile.MEDIA_TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.body(this.table.of(this.reader.fullBoard(filter, agent.perimeter()), locale));
	}

	private void show(CoverageBoard board, SignedIn agent, Model model) {
		model.addAttribute("board", board);
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("perimeter",
				Optional.ofNullable(agent.perimeter()).flatMap(this.perimeters::find).orElse(null));
	}

}
