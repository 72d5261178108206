package fr.medecinproche.messaging.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.ProposalService;
import fr.medecinproche.appointment.Proposals;
import fr.medecinproche.messaging.CallService;
import fr.medecinproche.messaging.CallToMake;
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

	private final ProposalService proposals;

	private final Clock clock;

	CallController(SiteHosts hosts, Calls calls, CallService calling, ProposalService proposals, Clock clock) {
		this.hosts = hosts;
		this.calls = calls;
		this.calling = calling;
		this.proposals = proposals;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal SignedIn host, @RequestParam(defaultValue = "0") int page, Model model) {
		var site = siteOf(host);
		var toMake = this.calls.toMake(site.getId(), this.clock.instant(),
				PageRequest.of(Math.max(page, 0), PAGE_SIZE));
		model.addAttribute("site", site);
		model.addAttribute("calls", toMake);
		model.addAttribute("proposals",
				this.proposals.proposedFor(toMake.stream()
					.map(CallToMake::appointment)
					.filter(Objects::nonNull)
					.map(Appointment::getId)
					.toList()));
		return "lieu/appels";
	}

	/** The patient chooses one of the times held for them. */
	@PostMapping("/{id}/propositions/{proposal}")
	String book(@AuthenticationPrincipal SignedIn host, @PathVariable long id, @PathVariable long proposal,
			RedirectAttributes redirect) {
		var site = siteOf(host);
		try {
			var booked = this.calling.book(id, site.getId(), proposal).orElseThrow(CallController::notFound);
			return "redirect:" + ((booked.getSlot().getSite().getId() == site.getId())
					? "/lieu/rendez-vous/" + booked.getId() : "/lieu/appels/" + id + "/rendez-vous");
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					refusal.isOfTheTime() ? Flash.error("messaging.calls.notHeld") : Flash.error(refusal));
			return "redirect:/lieu/appels";
		}
	}

	/** What to read aloud of a visit the patient has just taken at another site. */
	@GetMapping("/{id}/rendez-vous")
	String booked(@AuthenticationPrincipal SignedIn host, @PathVariable long id, Model model) {
		model.addAttribute("appointment", this.calls.appointmentOf(id, siteOf(host).getId())
			.flatMap((calledOff) -> Optional.ofNullable(this.proposals.proposedFor(List.of(calledOff)).get(calledOff)))
			.map(Proposals::taken)
			.orElseThrow(CallController::notFound));
		return "lieu/appel";
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
