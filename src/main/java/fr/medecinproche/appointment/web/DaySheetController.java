package fr.medecinproche.appointment.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.ContinuationService;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.web.PdfPages;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A doctor's day at a site: on the page, on paper, and as a file that is read where there
 * is no network.
 */
@Controller
class DaySheetController {

	private final OwnHalfDays own;

	private final DaySheets sheets;

	private final ContinuationService follows;

	private final AgencyPhone agency;

	private final PdfPages pages;

	DaySheetController(OwnHalfDays own, DaySheets sheets, ContinuationService follows, AgencyPhone agency,
			PdfPages pages) {
		this.own = own;
		this.sheets = sheets;
		this.follows = follows;
		this.agency = agency;
		this.pages = pages;
	}

	@GetMapping("/medecin/agenda/{id:\\d+}")
	String day(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		model.addAllAttributes(shown(me, this.own.dayOf(me, id)));
		return "medecin/demi-journee";
	}

	@GetMapping("/medecin/agenda/{id:\\d+}/ma-journee.pdf")
	ResponseEntity<byte[]> toTakeAlong(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Locale locale) {
		var day = this.own.dayOf(me, id);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"ma-journee-%s.pdf\"".formatted(day.getFirst().getHalfDay().day()))
			.body(this.pages.print("pdf/journee", shown(me, day), locale));
	}

	private Map<String, Object> shown(SignedIn me, List<HalfDaySlot> day) {
		return Map.of("sheet", this.sheets.of(day), "agency", this.agency.number(), "waiting",
				this.follows.waitingFor(day.getFirst(), this.own.doctor(me).getId()));
	}

}
