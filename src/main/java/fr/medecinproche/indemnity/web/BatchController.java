package fr.medecinproche.indemnity.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.Batch;
import fr.medecinproche.indemnity.BatchService;
import fr.medecinproche.indemnity.Batches;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.web.CsvFile;
import fr.medecinproche.web.ExcelFile;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is sent to the CPAM: the batches of a region, and what is in none yet.
 */
@Controller
class BatchController {

	private final Batches batches;

	private final BatchService service;

	BatchController(Batches batches, BatchService service) {
		this.batches = batches;
		this.service = service;
	}

	@GetMapping("/ars/indemnites/lots")
	String list(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "0") int page, Model model) {
		RegionOfAgent.mustBeWhole(agent);
		model.addAttribute("wholeRegion", true);
		model.addAttribute("balances", this.batches.balances(agent.perimeter()));
		model.addAttribute("rows", this.batches.page(agent.perimeter(), page));
		return "ars/indemnites-lots";
	}

	@PostMapping("/ars/indemnites/lots")
	String make(@AuthenticationPrincipal SignedIn agent, @RequestParam @Nullable String region,
			RedirectAttributes redirect) {
		try {
			long batch = this.service.make(RegionOfAgent.of(agent, region), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("indemnity.batch.made"));
			return "redirect:/ars/indemnites/lots/" + batch;
		}
		catch (IndemnityRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/ars/indemnites/lots";
		}
	}

	@GetMapping("/ars/indemnites/lots/{id:\\d{1,18}}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		model.addAttribute("batch", find(id, agent));
		model.addAttribute("doctors", this.batches.doctors(id));
		return "ars/indemnites-lot";
	}

	/** The file as it left, whatever has changed since. */
	@GetMapping("/ars/indemnites/lots/{id:\\d{1,18}}/lot.{format:csv|xlsx}")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@PathVariable String format) {
		var batch = find(id, agent);
		var file = this.batches.file(id, format).orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
		this.service.noteTaken(batch, batch.fileName(format));
		return ResponseEntity.ok()
			.contentType(format.equals("csv") ? CsvFile.MEDIA_TYPE : ExcelFile.MEDIA_TYPE)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch.fileName(format) + "\"")
			.body(file);
	}

	private Batch find(long id, SignedIn agent) {
		RegionOfAgent.mustBeWhole(agent);
		return this.batches.find(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
