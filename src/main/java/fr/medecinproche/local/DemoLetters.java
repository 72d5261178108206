package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Offer;
import fr.medecinproche.appointment.VisitKind;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Three patients who book as everybody does, one of whom calls off unless it is too late
 * for that, so that the demo mailbox is not empty.
 */
@Component
@OnLocalMachine
@Order(6)
class DemoLetters implements DemoPart {

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final Clock clock;

	DemoLetters(AvailabilityService availability, BookingService bookings, Clock clock) {
		this.availability = availability;
		this.bookings = bookings;
		this.clock = clock;
	}

	@Override
	public void create() {
		var patients = new DemoPatients(new Random(5), LocalDate.now(this.clock));
		var booked = this.availability.soonest(VisitKind.CONSULTATION, 3)
			.stream()
			.map((offer) -> book(offer, patients))
			.toList();
		booked.stream()
			.skip(2)
			.filter((appointment) -> appointment.isChangeableByPatientAt(this.clock.instant()))
			.forEach((appointment) -> this.bookings.cancel(appointment.getId(), Canceller.PATIENT));
	}

	private Appointment book(Offer offer, DemoPatients patients) {
		var hold = this.bookings.hold(offer.slot().getId(), offer.time().startsAt(), VisitKind.CONSULTATION,
				Asker.by(Channel.WEB));
		var patient = patients.next(List.of(offer.slot().getSite().getCommune().getInsee()));
		return this.bookings.confirm(hold.secret(), patient, Locale.FRENCH, null).appointment();
	}

}
