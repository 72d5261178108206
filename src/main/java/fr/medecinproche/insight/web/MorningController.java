package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.insight.Span;
import fr.medecinproche.messaging.MessageDirectory;
import fr.medecinproche.territory.Perimeters;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The agency's morning page: what next month looks like, and what needs a decision today.
 */
@Controller
class MorningController {

	private static final int YEARS_SHOWN = 5;

	private static final int WORST = 5;

	private static final int PAGE_SIZE = 40;

	private final CoverageReader coverage;

	private final CoverageMaps maps;

	private final Decisions decisions;

	private final MessageDirectory messages;

	private final Perimeters perimeters;

	private final Clock clock;

	MorningController(CoverageReader coverage, CoverageMaps maps, Decisions decisions, MessageDirectory messages,
			Perimeters perimeters, Clock clock) {
		this.coverage = coverage;
		this.maps = maps;
		this.decisions = decisions;
		this.messages = messages;
		this.perimeters = perimeters;
		this.clock = clock;
	}

	@GetMapping("/ars")
	String home(@AuthenticationPrincipal SignedIn agent, Model model) {
		var month = nextMonth();
		var board = this.coverage.halfDays(span(month), agent.perimeter());
		var bare = bare(board);
		model.addAttribute("month", month);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("totals", board.totals().getFirst());
		model.addAttribute("worst", new Found<>(bare.stream().limit(WORST).toList(), bare.size()));
		model.addAttribute("map", this.maps.of(board, Measure.JOURS));
		model.addAttribute("files", this.decisions.files(agent.perimeter()));
		model.addAttribute("sites", this.decisions.sites(agent.perimeter()));
		model.addAttribute("closures", this.decisions.closures(agent.perimeter()));
		model.addAttribute("disputes", this.decisions.disputes(agent.perimeter()));
		model.addAttribute("unconfirmed", this.decisions.unconfirmed(agent.perimeter()));
		model.addAttribute("calls", this.decisions.calls(agent.perimeter()));
		model.addAttribute("undeliverable", this.messages.failed(agent));
		model.addAttribute("perimeter",
				Optional.ofNullable(agent.perimeter()).flatMap(this.perimeters::find).orElse(null));
		return "ars/accueil";
	}

	@GetMapping("/ars/zones-sans-medecin")
	String zones(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String mois,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var month = month(mois);
		var bare = bare(this.coverage.halfDays(span(month), agent.perimeter()));
		var asked = PageRequest.of(Math.clamp(page, 0, Math.max(0, bare.size() - 1) / PAGE_SIZE), PAGE_SIZE);
		model.addAttribute("month", month);
		model.addAttribute("previous", month.minusMonths(1));
		model.addAttribute("next", month.plusMonths(1));
		model.addAttribute("rows",
				new PageImpl<>(bare.stream().skip(asked.getOffset()).limit(PAGE_SIZE).toList(), asked, bare.size()));
		return "ars/zones-sans-medecin";
	}

	private static Span span(YearMonth month) {
		return new Span(Span.Unit.MONTH, month.atDay(1));
	}

	/**
	 * The zones where no half-day is taken though somebody is wanted, the longest without
	 * a doctor first.
	 */
	private static List<CoverageBoard.Row> bare(CoverageBoard board) {
		return board.rows().stream().filter((row) -> row.cells().getFirst().isBare()).toList();
	}

	private YearMonth nextMonth() {
		return YearMonth.now(this.clock).plusMonths(1);
	}

	/** The month of the address, the next one when it makes no sense. */
	private YearMonth month(@Nullable String typed) {
		try {
			var month = (typed != null) ? YearMonth.parse(typed) : nextMonth();
			return (Math.abs(month.getYear() - nextMonth().getYear()) <= YEARS_SHOWN) ? month : nextMonth();
		}
		catch (DateTimeException ex) {
			return nextMonth();
		}
	}

}
