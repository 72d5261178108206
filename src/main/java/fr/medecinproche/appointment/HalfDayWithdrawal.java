package fr.medecinproche.appointment;

import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When no doctor comes any more, the patients' visits are called off in the same
 * transaction.
 */
@Component
class HalfDayWithdrawal {

	private final BookingService bookings;

	HalfDayWithdrawal(BookingService bookings) {
		this.bookings = bookings;
	}

	@EventListener
	void on(HalfDayGivenBack event) {
		this.bookings.cancelAll(event.slotId(), Canceller.VOLUNTEER);
	}

	@EventListener
	void on(HalfDayClosed event) {
		this.bookings.cancelAll(event.slotId(), Canceller.AGENCY);
	}

}
