package fr.medecinproche.waiting;

import fr.medecinproche.appointment.AppointmentBooked;
import fr.medecinproche.appointment.TimeFreed;
import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;
import fr.medecinproche.schedule.HalfDayTaken;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a time is free, in the transaction that frees it and has locked the
 * half-day: nobody else can have it before those who wait are asked.
 */
@Component
class FreedTimes {

	private final OfferDesk desk;

	private final WaitingService waiting;

	FreedTimes(OfferDesk desk, WaitingService waiting) {
		this.desk = desk;
		this.waiting = waiting;
	}

	@EventListener
	void on(TimeFreed event) {
		this.desk.lookAt(event.slotId());
	}

	@EventListener
	void on(HalfDayTaken event) {
		this.desk.lookAt(event.slotId());
	}

	@EventListener
	void on(HalfDayGivenBack event) {
		this.desk.lookAt(event.slotId());
	}

	@EventListener
	void on(HalfDayClosed event) {
		this.desk.lookAt(event.slotId());
	}

	@EventListener
	void on(AppointmentBooked event) {
		this.waiting.endForPatientOf(event.appointmentId());
	}

}
