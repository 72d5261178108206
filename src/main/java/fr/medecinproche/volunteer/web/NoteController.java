package fr.medecinproche.volunteer.web;

import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.NoteService;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Agents' notes on a doctor, on the page of the file.
 */
@Controller
class NoteController {

	private final AgencyFile file;

	private final NoteService service;

	NoteController(AgencyFile file, NoteService service) {
		this.file = file;
		this.service = service;
	}

	@PostMapping("/ars/medecins/{id}/notes")
	String write(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("note") NoteForm note, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		this.file.of(id, agent);
		if (!errors.hasErrors()) {
			try {
				this.service.write(id, Objects.requireNonNull(note.text()), agent.accountId());
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.notes.written"));
				return "redirect:/ars/medecins/" + id + "#notes";
			}
			catch (FileRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		this.file.show(id, agent, model);
		return "ars/medecin";
	}

	@DeleteMapping("/ars/medecins/{id}/notes/{note}")
	String withdraw(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long note,
			RedirectAttributes redirect) {
		this.file.of(id, agent);
		if (!this.service.withdraw(id, note, agent.accountId())) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.notes.withdrawn"));
		return "redirect:/ars/medecins/" + id + "#notes";
	}

}
