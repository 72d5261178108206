package fr.medecinproche.messaging.web;

import java.time.Clock;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.messaging.CallService;
import fr.medecinproche.messaging.Calls;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.web.Flash;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Whom a site has to call, because no message reaches them.
 */
@Controller
@RequestMapping("/lieu/appels")
class CallController {

	private static final int PAGE_SIZE = 20;

	private final SiteHosts hosts;

	private final Calls calls;

	private final CallService calling;

	private final Clock clock;

	CallController(SiteHosts hosts, Calls calls, CallService calling, Clock clock) {
		this.hosts = hosts;
		this.calls = calls;
		this.calling = calling;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal SignedIn host, @RequestParam(defaultValue = "0") int page, Model model) {
		var site = siteOf(host);
		model.addAttribute("site", site);
		model.addAttribute("calls",
				this.calls.toMake(site.getId(), this.clock.instant(), PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
		return "lieu/appels";
	}

	@PostMapping("/{id}/appel")
	String made(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		return backAfter(this.calling.made(id, siteOf(host).getId()), "messaging.calls.made", redirect);
	}

	@PostMapping("/{id}/essai")
	String missed(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		return backAfter(this.calling.missed(id, siteOf(host).getId()), "messaging.calls.missedNoted", redirect);
	}

	private static String backAfter(Optional<Boolean> noted, String sentence, RedirectAttributes redirect) {
		boolean open = noted.orElseThrow(CallController::notFound);
		redirect.addFlashAttribute(Flash.ATTRIBUTE,
				open ? Flash.success(sentence) : Flash.error("messaging.calls.closed"));
		return "redirect:/lieu/appels";
	}

	private ConsultationSite siteOf(SignedIn host) {
		return this.hosts.siteOf(host.accountId()).orElseThrow(CallController::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
