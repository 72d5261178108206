package fr.medecinproche.messaging;

import java.time.Instant;

import fr.medecinproche.matching.Answer;
import fr.medecinproche.matching.Fallback;
import fr.medecinproche.matching.StandInEnded;
import fr.medecinproche.matching.StandInInvitation;
import fr.medecinproche.matching.StandInInvitations;
import fr.medecinproche.matching.StandInInvited;
import fr.medecinproche.matching.StandInOutcome;
import fr.medecinproche.matching.StandInRequest;
import fr.medecinproche.matching.StandInRequests;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to doctors about stand-ins: to those invited, and to the one who asked when
 * nobody came; see {@link HalfDayLetters} for when somebody did. Letters name doctors and
 * no patient.
 */
@Component
class StandInLetters {

	private final StandInInvitations invitations;

	private final StandInRequests requests;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final MessageSource messages;

	private final Words words;

	StandInLetters(StandInInvitations invitations, StandInRequests requests, Outbox outbox, LetterWriter writer,
			MessageSource messages, Words words) {
		this.invitations = invitations;
		this.requests = requests;
		this.outbox = outbox;
		this.writer = writer;
		this.messages = messages;
		this.words = words;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(StandInInvited event) {
		var invitation = this.invitations.findById(event.invitationId()).orElseThrow();
		var request = invitation.getRequest();
		var reader = invitation.getVolunteer();
		var said = this.words.in(reader.getAccount().locale());
		var notice = notice("HalfDayStandInAsked", request, reader).saying(request.getAskedBy().getTitle())
			.saying(reason(invitation, said))
			.with("distance", said.distance(invitation.getKm()))
			.with("answerBefore", said.dayAndTime(request.getDeadline()))
			.leadingTo("/medecin/remplacement/" + event.link());
		send(reader, "stand-in:%d:asked".formatted(invitation.getId()), request.getDeadline(), notice);
	}

	private String reason(StandInInvitation invitation, Words said) {
		var weekday = said.weekday(invitation.getRequest().getSlot().getHalfDay().day());
		return this.messages.getMessage("matching.invitation.reason." + invitation.getReason(),
				new Object[] { weekday }, invitation.getVolunteer().getAccount().locale());
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(StandInEnded event) {
		var request = this.requests.findById(event.requestId()).orElseThrow();
		if (request.getOutcome() == StandInOutcome.UNANSWERED) {
			tellNobodyCame(request);
			return; // the invited knew until when
		}
		this.invitations.of(request.getId())
			.stream()
			.filter((invitation) -> invitation.getAnswer() == Answer.OPEN)
			.forEach((invitation) -> tellOver(request, invitation));
	}

	private void tellNobodyCame(StandInRequest request) {
		var cancelled = request.getFallback() == Fallback.CANCEL;
		var notice = notice(cancelled ? "HalfDayStandInCancelled" : "HalfDayStandInNobody", request,
				request.getAskedBy());
		send(request.getAskedBy(), "stand-in-request:%d:nobody".formatted(request.getId()), request.getSlot().begins(),
				notice.leadingTo(
						cancelled ? "/medecin/agenda" : "/medecin/creneaux/" + request.getSlot().getId() + "/absence"));
	}

	private void tellOver(StandInRequest request, StandInInvitation invitation) {
		var notice = notice("HalfDayStandInOver", request, invitation.getVolunteer())
			.saying(request.getAskedBy().getTitle());
		send(invitation.getVolunteer(), "stand-in:%d:over".formatted(invitation.getId()), request.getSlot().begins(),
				notice);
	}

	private Notice notice(String kind, StandInRequest request, Volunteer reader) {
		var said = this.words.in(reader.getAccount().locale());
		var slot = request.getSlot();
		var day = slot.getHalfDay().day();
		var place = Place.of(slot);
		return Notice.of(kind, said.dayWithoutYear(day), reader.getTitle())
			.with("when",
					"%s, %s – %s".formatted(said.day(day), said.time(slot.getStartsAt()), said.time(slot.getEndsAt())))
			.with("where", place.inFull())
			.with("phone", place.phone());
	}

	private void send(Volunteer reader, String key, Instant useful, Notice notice) {
		var account = reader.getAccount();
		var envelope = new Envelope(key, account.email().value(), account.locale(), useful);
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
