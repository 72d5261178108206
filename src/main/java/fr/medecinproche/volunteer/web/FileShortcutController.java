package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.FileReminding;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an agent does to a file with one click, from the list or from the file, and is
 * back where they were.
 */
@Controller
class FileShortcutController {

	private static final String LIST = "/ars/medecins";

	/** Below the list only, whatever the form says. */
	private static final Pattern BACK = Pattern.compile("(/\\d{1,18})?(\\?[\\w=&%.+\\-]*)?");

	private final AgencyFile file;

	private final VolunteerService service;

	private final FileReminding reminding;

	private final Clock clock;

	FileShortcutController(AgencyFile file, VolunteerService service, FileReminding reminding, Clock clock) {
		this.file = file;
		this.service = service;
		this.reminding = reminding;
		this.clock = clock;
	}

	@PostMapping("/ars/medecins/{id}/relance")
	String remind(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(defaultValue = "") String retour, RedirectAttributes redirect) {
		var volunteer = this.file.of(id, agent);
		try {
			this.reminding.remind(id, agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("volunteer.reminding.done", volunteer.getTitle()));
		}
		catch (FileRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return back(retour);
	}

	/** The next step of the way, done today. */
	@PostMapping("/ars/medecins/{id}/avancement")
	String moveOn(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(defaultValue = "0") int seen, @RequestParam(required = false) @Nullable FileStatus vers,
			@RequestParam(defaultValue = "") String retour, RedirectAttributes redirect) {
		var volunteer = this.file.of(id, agent);
		try {
			var moves = (vers != null && FileStatus.PATH.contains(vers))
					? List.of(new FileMove(vers, LocalDate.now(this.clock), null)) : List.<FileMove>of();
			this.service.moveOn(id, seen, moves, FileAuthor.agent(agent.accountId()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.steps.done", volunteer.getTitle()));
		}
		catch (FileRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return back(retour);
	}

	private static String back(String retour) {
		return "redirect:" + LIST + (BACK.matcher(retour).matches() ? retour : "");
	}

}
