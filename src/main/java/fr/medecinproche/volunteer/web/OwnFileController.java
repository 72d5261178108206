package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A doctor's own file: where it stands, and what the doctor says of it.
 */
@Controller
@RequestMapping("/medecin/dossier")
class OwnFileController {

	private static final String VIEW = "medecin/dossier";

	private static final String SHOWN = "redirect:/medecin/dossier";

	private final OwnFile file;

	private final VolunteerService service;

	private final Clock clock;

	OwnFileController(OwnFile file, VolunteerService service, Clock clock) {
		this.file = file;
		this.service = service;
		this.clock = clock;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedIn me, Model model) {
		this.file.show(me, model);
		return VIEW;
	}

	/** « L'Ordre a enregistré mon activité », « j'ai reçu mon numéro ». */
	@PostMapping("/etapes")
	String declare(@AuthenticationPrincipal SignedIn me, @Valid @ModelAttribute("form") DeclarationForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			var move = new FileMove(Objects.requireNonNull(form.step()), Objects.requireNonNull(form.on()), null);
			if (isDone(me, form.seen(), move, errors)) {
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.own.declared"));
				return SHOWN;
			}
		}
		var status = this.file.show(me, model).getFileStatus();
		return (status.declarable() != status) ? VIEW : changed(redirect);
	}

	@PostMapping("/reponse")
	String answer(@AuthenticationPrincipal SignedIn me, @Valid @ModelAttribute("answer") AnswerForm answer,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			var move = new FileMove(FileStatus.SUBMITTED, LocalDate.now(this.clock), answer.note());
			if (isDone(me, answer.seen(), move, errors)) {
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.own.answered"));
				return SHOWN;
			}
		}
		var status = this.file.show(me, model).getFileStatus();
		return (status == FileStatus.SENT_BACK) ? VIEW : changed(redirect);
	}

	/** The form is not there any more: the page says where the file stands now. */
	private static String changed(RedirectAttributes redirect) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("volunteer.refusal.CHANGED_MEANWHILE"));
		return SHOWN;
	}

	@PostMapping("/carte-cps")
	String noteCard(@AuthenticationPrincipal SignedIn me, @ModelAttribute("card") CardForm card, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		var volunteer = this.file.of(me);
		if (!errors.hasErrors()) {
			try {
				this.service.noteCpsCard(volunteer.getId(), card.toCard());
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.card.saved"));
				return SHOWN;
			}
			catch (FileRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		this.file.show(me, model);
		return VIEW;
	}

	@GetMapping("/retrait")
	String askToWithdraw(@AuthenticationPrincipal SignedIn me, Model model) {
		var volunteer = this.file.show(me, model);
		return volunteer.getFileStatus().mayBecome(FileStatus.WITHDRAWN, FileAuthor.Kind.DOCTOR)
				? "medecin/dossier-retrait" : SHOWN;
	}

	@PostMapping("/retrait")
	String withdraw(@AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
		var volunteer = this.file.of(me);
		try {
			this.service.withdraw(volunteer.getId(), FileAuthor.doctor(me.accountId()), null);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.own.withdrawn"));
		}
		catch (FileRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return (refusal.reason() == FileRefusedException.Reason.HALF_DAYS_COMING) ? SHOWN + "/retrait" : SHOWN;
		}
		return SHOWN;
	}

	/** A doctor who had left comes back: the agency looks at the file once more. */
	@PostMapping("/candidature")
	String comeBack(@AuthenticationPrincipal SignedIn me, @Nullable Integer seen, RedirectAttributes redirect) {
		try {
			var move = new FileMove(FileStatus.SUBMITTED, LocalDate.now(this.clock), null);
			this.service.moveOn(this.file.of(me).getId(), Objects.requireNonNullElse(seen, 0), List.of(move),
					FileAuthor.doctor(me.accountId()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.own.back"));
		}
		catch (FileRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return SHOWN;
	}

	private boolean isDone(SignedIn me, @Nullable Integer seen, FileMove move, BindingResult errors) {
		try {
			this.service.moveOn(this.file.of(me).getId(), Objects.requireNonNullElse(seen, 0), List.of(move),
					FileAuthor.doctor(me.accountId()));
			return true;
		}
		catch (FileRefusedException refusal) {
			switch (refusal.reason()) {
				case IN_THE_FUTURE, BEFORE_THE_LAST_STEP -> errors.rejectValue("on", refusal.getCodes()[0]);
				default -> errors.reject(refusal.getCodes()[0]);
			}
			return false;
		}
	}

	/**
	 * What the Ordre or the CPAM has done.
	 *
	 * @param seen the number of the last step the page showed
	 * @param step what is reported
	 * @param on when it happened
	 */
	record DeclarationForm(@Nullable Integer seen, @NotNull @Nullable FileStatus step,
			@NotNull(message = "{volunteer.own.declare.on.missing}") @Nullable LocalDate on) {

		static final DeclarationForm EMPTY = new DeclarationForm(null, null, null);

	}

	/**
	 * What the doctor answers.
	 *
	 * @param seen the number of the last step the page showed
	 * @param note what the agency reads
	 */
	record AnswerForm(@Nullable Integer seen,
			@NotBlank(message = "{volunteer.own.answer.missing}") @Size(max = FileMove.NOTE_LENGTH,
					message = "{volunteer.note.long}") @Nullable String note) {

		static final AnswerForm EMPTY = new AnswerForm(null, null);

	}

}
