package fr.medecinproche.indemnity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.GivenTime;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.web.CsvFile;
import fr.medecinproche.web.PdfPages;
import fr.medecinproche.web.ServiceSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a doctor downloads: a month's statement, on paper and for a spreadsheet, which
 * prepares what the CPAM pays; and a certificate of the half-days given.
 */
@Controller
class DocumentController {

	/** Before there was any service; the database knows no month of any year. */
	private static final YearMonth FIRST = YearMonth.of(2000, 1);

	private final OwnStatements own;

	private final Statements statements;

	private final GivenTime given;

	private final StatementTable table;

	private final Paper paper;

	DocumentController(OwnStatements own, Statements statements, GivenTime given, StatementTable table, Paper paper) {
		this.own = own;
		this.statements = statements;
		this.given = given;
		this.table = table;
		this.paper = paper;
	}

	@GetMapping("/medecin/indemnites/{mois:\\d{4}-\\d{2}}/releve.pdf")
	ResponseEntity<byte[]> statement(@AuthenticationPrincipal SignedIn me, @PathVariable String mois, Locale locale) {
		var month = this.own.month(mois);
		var doctor = this.own.doctor(me);
		var statement = this.statements.of(doctor.getId(), month);
		var file = this.paper.pages()
			.print("pdf/releve", Map.of("doctor", doctor, "statement", statement, "today", today()), locale);
		return file(file, MediaType.APPLICATION_PDF, "releve-" + month + ".pdf");
	}

	@GetMapping("/medecin/indemnites/{mois:\\d{4}-\\d{2}}/releve.csv")
	ResponseEntity<byte[]> table(@AuthenticationPrincipal SignedIn me, @PathVariable String mois, Locale locale) {
		var month = this.own.month(mois);
		var doctor = this.own.doctor(me);
		var statement = this.statements.of(doctor.getId(), month);
		return file(this.table.of(doctor, statement, locale), CsvFile.MEDIA_TYPE, "releve-" + month + ".csv");
	}

	/** Of the present year, unless other months are asked for. */
	@GetMapping("/medecin/indemnites/attestation.pdf")
	ResponseEntity<byte[]> certificate(@AuthenticationPrincipal SignedIn me, @RequestParam @Nullable YearMonth du,
			@RequestParam @Nullable YearMonth au, Locale locale) {
		var present = YearMonth.now(this.paper.clock());
		var until = (au != null && au.isBefore(present)) ? au : present;
		var from = (du != null) ? du : until.withMonth(1);
		if (from.isAfter(until) || from.isBefore(FIRST)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such period");
		}
		var doctor = this.own.doctor(me);
		var file = this.paper.pages()
			.print("pdf/attestation",
					Map.of("doctor", doctor, "given", this.given.of(doctor.getId(), from, until), "from", from, "until",
							until, "today", today(), "agency", this.paper.settings().legal().publisher()),
					locale);
		return file(file, MediaType.APPLICATION_PDF, "attestation.pdf");
	}

	private LocalDate today() {
		return LocalDate.now(this.paper.clock());
	}

	private static ResponseEntity<byte[]> file(byte[] file, MediaType type, String name) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.body(file);
	}

	/**
	 * What it takes to print.
	 *
	 * @param pages the press
	 * @param settings in whose name
	 * @param clock on what day
	 */
	@Component
	record Paper(PdfPages pages, ServiceSettings settings, Clock clock) {
	}

}
