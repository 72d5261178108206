package fr.medecinproche.volunteer.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.VolunteerWelcomes;
import fr.medecinproche.web.CsvFile;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.UploadRefusedException;
import fr.medecinproche.web.UploadedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists of doctors the agency knows: sent, looked at line by line, imported.
 */
@Controller
@RequestMapping("/ars/medecins/import")
class IntakeController {

	private static final String HOME = "redirect:/ars/medecins/import";

	private final IntakeReading reading;

	private final IntakeService service;

	private final IntakeReports reports;

	private final MessageSource messages;

	IntakeController(IntakeReading reading, IntakeService service, IntakeReports reports, MessageSource messages) {
		this.reading = reading;
		this.service = service;
		this.reports = reports;
		this.messages = messages;
	}

	@GetMapping
	String home(@AuthenticationPrincipal SignedIn agent, Model model) {
		model.addAttribute("columns", IntakeColumns.ALL);
		model.addAttribute("lists", this.reports.recent(agent.perimeter()));
		return "ars/medecins-import";
	}

	@GetMapping("/modele.csv")
	ResponseEntity<byte[]> example() {
		var header = IntakeColumns.ALL.stream().map(UploadedTable.Column::name).toList();
		return file("modele-medecins.csv", CsvFile.of(header, List.of()));
	}

	@PostMapping
	String read(@AuthenticationPrincipal SignedIn agent,
			@RequestParam(name = "fichier", required = false) @Nullable MultipartFile file, Model model) {
		try {
			var table = UploadedTable.read(file, IntakeColumns.ALL);
			return HOME + "/" + this.reading.read((file != null) ? file.getOriginalFilename() : null, table, agent);
		}
		catch (UploadRefusedException refusal) {
			model.addAttribute("refusal", refusal);
			return home(agent, model);
		}
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(required = false) @Nullable String resultat, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var outcome = Arrays.stream(Outcome.values())
			.filter((each) -> each.name().equals(resultat))
			.findFirst()
			.orElse(null);
		model.addAttribute("list", find(id, agent));
		model.addAttribute("outcomes", Outcome.values());
		model.addAttribute("outcome", outcome);
		model.addAttribute("rows", this.reports.page(id, outcome, page));
		model.addAttribute("slice", VolunteerWelcomes.SLICE);
		return "ars/medecins-import-lignes";
	}

	@GetMapping("/{id}/compte-rendu.csv")
	ResponseEntity<byte[]> report(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Locale locale) {
		find(id, agent);
		var header = List.of("line", "outcome", "remarks", "file")
			.stream()
			.map((column) -> say("volunteer.import.column." + column, locale))
			.toList();
		var rows = this.reports.all(id).stream().map((line) -> cells(line, locale)).toList();
		return file("import-medecins-%d.csv".formatted(id), CsvFile.of(header, rows));
	}

	private List<Object> cells(IntakeReports.Line line, Locale locale) {
		var remarks = line.remarks()
			.stream()
			.map((remark) -> this.messages.getMessage(remark.key(), new Object[] { remark.argument() }, locale))
			.toList();
		return List.of(line.line(), say("volunteer.import.one." + line.outcome(), locale), String.join(" ", remarks),
				(line.volunteerId() != null) ? line.volunteerId() : "");
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	@PostMapping("/{id}/execution")
	String start(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean invitations, RedirectAttributes redirect) {
		try {
			return "redirect:" + this.service.start(find(id, agent), agent, invitations);
		}
		catch (FileRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return HOME + "/" + id;
		}
	}

	@PostMapping("/{id}/invitations")
	String invite(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		int doctors = this.service.invite(find(id, agent));
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.import.inviting", doctors));
		return HOME + "/" + id;
	}

	@DeleteMapping("/{id}")
	String throwAway(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		try {
			this.service.throwAway(find(id, agent));
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.import.thrownAway"));
			return HOME;
		}
		catch (FileRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return HOME + "/" + id;
		}
	}

	private IntakeReports.Intake find(long id, SignedIn agent) {
		return this.reports.find(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static ResponseEntity<byte[]> file(String name, byte[] content) {
		return ResponseEntity.ok()
			.contentType(CsvFile.MEDIA_TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
