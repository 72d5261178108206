package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells the agency whether messages leave; never what they say nor to whom.
 */
@Controller
class MessageBoard {

	private static final Duration COUNTED = Duration.ofDays(30);

	private static final int PAGE_SIZE = 20;

	private static final Set<MessageStatus> UNSENT = Set.of(MessageStatus.FAILED, MessageStatus.EXPIRED);

	private final OutboxMessages messages;

	private final Clock clock;

	MessageBoard(OutboxMessages messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/ars/messages")
	String show(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("counts", this.messages.countsSince(this.clock.instant().minus(COUNTED)));
		model.addAttribute("unsent",
				this.messages.findByStatusInOrderByCreatedAtDesc(UNSENT, PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
		return "ars/messages";
	}

}
