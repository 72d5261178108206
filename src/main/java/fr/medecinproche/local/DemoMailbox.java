package fr.medecinproche.local;

import java.time.Duration;

import fr.medecinproche.messaging.MessageRetention;
import fr.medecinproche.messaging.OutboxMessage;
import fr.medecinproche.messaging.OutboxMessages;
import fr.medecinproche.web.CalendarFile;
import fr.medecinproche.web.ServiceSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows an evaluator what the application sends, to everybody: only on a machine where
 * nobody is real.
 */
@Controller
@OnLocalMachine
@RequestMapping("/demo/messages")
class DemoMailbox {

	private static final int PAGE_SIZE = 20;

	private static final Duration KEPT = Duration.ofDays(30);

	/** The page of a message runs nothing, loads nothing and sends nothing. */
	private static final String SANDBOX = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; "
			+ "base-uri 'none'; sandbox allow-popups allow-top-navigation-by-user-activation";

	private final OutboxMessages messages;

	private final String address;

	DemoMailbox(OutboxMessages messages, ServiceSettings settings) {
		this.messages = messages;
		this.address = settings.address();
	}

	/** Elsewhere what was sent is forgotten at once; here it is there to be read. */
	@Bean
	static MessageRetention messageRetention() {
		return new MessageRetention(KEPT, KEPT);
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("messages",
				this.messages.findAllByOrderByIdDesc(PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
		return "demo/messages";
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		var message = find(id);
		model.addAttribute("message", message);
		model.addAttribute("text", LinkedText.of(message.getBodyText(), this.address));
		return "demo/message";
	}

	@GetMapping("/{id}/page")
	ResponseEntity<String> page(@PathVariable long id) {
		var html = present(find(id).getBodyHtml());
		return ResponseEntity.ok()
			.header("Content-Security-Policy", SANDBOX)
			.header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
			.body(html.replace("href=\"" + this.address + "/", "href=\"/"));
	}

	@GetMapping("/{id}/calendrier.ics")
	ResponseEntity<String> calendar(@PathVariable long id) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, CalendarFile.MEDIA_TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
			.body(present(find(id).getCalendar()));
	}

	private OutboxMessage find(long id) {
		return this.messages.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String present(@Nullable String part) {
		if (part == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return part;
	}

}
