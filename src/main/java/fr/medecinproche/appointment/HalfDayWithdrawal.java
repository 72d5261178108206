package fr.medecinproche.appointment;

import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

	/** Before anybody closes it: it is the doctor who calls the visits off. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(HalfDayGivenBack event) {
		this.bookings.cancelAll(event.slotId(), Canceller.VOLUNTEER).forEach(this.proposals::propose);
	}

	@EventListener
	void on(HalfDayClosed event) {
		this.bookings.cancelAll(event.slotId(), Canceller.AGENCY).forEach(this.proposals::propose);
	}

}
