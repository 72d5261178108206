package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.ProposalService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what became of the calls of a site.
 */
@Service
@Transactional
public class CallService {

	private final Calls calls;

	private final ProposalService proposals;

	private final Clock clock;

	CallService(Calls calls, ProposalService proposals, Clock clock) {
		this.calls = calls;
		this.proposals = proposals;
		this.clock = clock;
	}

	/**
	 * Notes that the patient knows.
	 * @param id the call
	 * @param siteId the site that makes it
	 * @return false when it had been made already, or is too late; empty when the site
	 * has no such call
	 */
	public Optional<Boolean> made(long id, long siteId) {
		return note(id, siteId, (call, now) -> call.leave(MessageStatus.SENT, now));
	}

	/**
	 * Notes that nobody picked up; the call stays to be made.
	 * @param id the call
	 * @param siteId the site that makes it
	 * @return as {@link #made}
	 */
	public Optional<Boolean> missed(long id, long siteId) {
		return note(id, siteId, (call, now) -> call.missCall());
	}

	/**
	 * Books one of the times held for the patient, who has just chosen it on the phone,
	 * and notes that they know. Pressed twice, it books once.
	 * @param id the call
	 * @param siteId the site that makes it
	 * @param proposalId the time they choose
	 * @return what is booked, at this site or another; empty when the site has no such
	 * call
	 * @throws fr.medecinproche.appointment.BookingRefusedException when the time is none
	 * of theirs, or cannot be had any more; the call stays to be made
	 */
	public Optional<Appointment> book(long id, long siteId, long proposalId) {
		return this.calls.appointmentOf(id, siteId).map((calledOffId) -> {
			var booked = this.proposals.accept(calledOffId, proposalId).appointment();
			made(id, siteId);
			return booked;
		});
	}

	private Optional<Boolean> note(long id, long siteId, BiConsumer<OutboxMessage, Instant> outcome) {
		var now = this.clock.instant();
		return this.calls.lock(id, siteId).map((call) -> {
			boolean open = call.getStatus() == MessageStatus.PENDING && now.isBefore(call.getNotAfter());
			if (open) {
				outcome.accept(call, now);
			}
			return open;
		});
	}

}
