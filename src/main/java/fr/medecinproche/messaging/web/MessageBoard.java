package fr.medecinproche.messaging.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.messaging.MessageDirectory;
import fr.medecinproche.messaging.MessageStatus;
import fr.medecinproche.messaging.OutboxHealth;
import fr.medecinproche.messaging.OutboxMessages;
import fr.medecinproche.messaging.ResendService;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
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
 * Tells the agency whether messages leave; never what they say nor to whom.
 */
@Controller
class MessageBoard {

	private static final Duration COUNTED = Duration.ofDays(30);

	private static final int PAGE_SIZE = 20;

	private static final Set<MessageStatus> UNSENT = Set.of(MessageStatus.FAILED, MessageStatus.EXPIRED);

	private final OutboxMessages messages;

	private final MessageDirectory directory;

	private final OutboxHealth health;

	private final ResendService resending;

	private final Clock clock;

	MessageBoard(OutboxMessages messages, MessageDirectory directory, OutboxHealth health, ResendService resending,
			Clock clock) {
		this.messages = messages;
		this.directory = directory;
		this.health = health;
		this.resending = resending;
		this.clock = clock;
	}

	@GetMapping("/ars/messages")
	String show(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable MessageStatus etat,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var now = this.clock.instant();
		var shown = (etat != null) ? Set.of(etat) : UNSENT;
		model.addAttribute("status", etat);
		model.addAttribute("statuses", MessageStatus.values());
		model.addAttribute("health", this.health.channels());
		model.addAttribute("counts", this.messages.countsSince(now.minus(COUNTED)));
		model.addAttribute("shown", this.directory.page(shown, agent, PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
		return "ars/messages";
	}

	@PostMapping("/ars/messages/{id}/essai")
	String resend(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		boolean again = Optional.of(id)
			.filter((number) -> this.directory.sees(number, agent))
			.flatMap((number) -> this.resending.resend(number, agent.accountId()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		redirect.addFlashAttribute(Flash.ATTRIBUTE,
				again ? Flash.success("messaging.board.resent") : Flash.error("messaging.board.notResent"));
		return "redirect:/ars/messages";
	}

}
