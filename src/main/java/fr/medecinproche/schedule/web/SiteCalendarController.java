package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.ShownMonth;
import fr.medecinproche.schedule.SiteCalendar;
import fr.medecinproche.schedule.SiteCalendar.Day;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A site month by month: taken, free, closed, and where half-days may be opened.
 */
@Controller
class SiteCalendarController {

	private static final int MONTHS_BACK = 12;

	private final RhythmPages pages;

	private final SiteCalendar calendar;

	private final Clock clock;

	SiteCalendarController(RhythmPages pages, SiteCalendar calendar, Clock clock) {
		this.pages = pages;
		this.calendar = calendar;
		this.clock = clock;
	}

	@GetMapping("/ars/lieux/{id}/calendrier")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(required = false) @Nullable String mois, Model model) {
		this.pages.site(id, agent, model);
		var shown = ShownMonth.of(mois, YearMonth.from(LocalDate.now(this.clock)), MONTHS_BACK);
		var weeks = this.calendar.weeks(id, shown.month());
		var days = weeks.stream().flatMap(Collection::stream).toList();
		var taken = days.stream().mapToLong(Day::taken).sum();
		model.addAttribute("shown", shown);
		model.addAttribute("weeks", weeks);
		model.addAttribute("taken", taken);
		model.addAttribute("free", days.stream().mapToLong((day) -> day.halfDays().size()).sum() - taken);
		model.addAttribute("now", this.clock.instant());
		return "ars/lieu-calendrier";
	}

}
