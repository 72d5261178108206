package fr.medecinproche.appointment;

import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When no doctor comes any more, the patients' visits are called off in the same
 * transaction, and other times held for them.
 */
@Component
class HalfDayWithdrawal {

	private final BookingService bookings;

	private final ProposalService proposals;

	HalfDayWithdrawal(BookingService bookings, ProposalService proposals) {
		this.bookings = bookings;
		this.proposals = proposals;
	}

	@EventListener
	void on(HalfDayGivenBack event) {
		this.bookings.cancelAll(event.slotId(), Canceller.VOLUNTEER).forEach(this.proposals::propose);
	}

	@EventListener
	void on(HalfDayClosed event) {
		this.bookings.cancelAll(event.slotId(), Canceller.AGENCY).forEach(this.proposals::propose);
	}

}
