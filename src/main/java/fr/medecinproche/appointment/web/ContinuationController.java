package fr.medecinproche.appointment.web;

import java.util.function.LongConsumer;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Continuation;
import fr.medecinproche.appointment.ContinuationService;
import fr.medecinproche.appointment.Continuations;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * A doctor ticks off what waited for them at the site of a half-day of theirs.
 */
@Controller
class ContinuationController {

	private static final String TICK = "/medecin/agenda/{id:\\d+}/suites/{suite:\\d+}/fait";

	private final OwnHalfDays own;

	private final Continuations continuations;

	private final ContinuationService follows;

	ContinuationController(OwnHalfDays own, Continuations continuations, ContinuationService follows) {
		this.own = own;
		this.continuations = continuations;
		this.follows = follows;
	}

	@PostMapping(TICK)
	String tick(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @PathVariable long suite) {
		return change(me, id, suite, (which) -> this.follows.tick(which, me.accountId()));
	}

	@DeleteMapping(TICK)
	String reopen(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @PathVariable long suite) {
		return change(me, id, suite, this.follows::reopen);
	}

	private String change(SignedIn me, long id, long suite, LongConsumer act) {
		var slot = this.own.of(me, id);
		this.continuations.findById(suite)
			.filter((noted) -> this.follows.isFor(noted, slot, this.own.doctor(me).getId()))
			.map(Continuation::getId)
			.ifPresentOrElse(act::accept, () -> {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND);
			});
		return "redirect:/medecin/agenda/" + id + "#suites";
	}

}
