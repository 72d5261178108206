package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Duration;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.ContactCheckPolicy;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.TypedPatient.Whom;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.Communes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page on which patients say who comes, whichever way they got there.
 */
@Component
class BookingPage {

	static final String VIEW = "patient/reserver";

	private final Appointments appointments;

	private final Communes communes;

	private final ContactCheckPolicy policy;

	private final Clock clock;

	BookingPage(Appointments appointments, Communes communes, ContactCheckPolicy policy, Clock clock) {
		this.appointments = appointments;
		this.communes = communes;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * The time a page keeps.
	 * @param reservation the secret of a hold
	 * @return the time, held, free again or booked with that secret
	 * @throws ResponseStatusException 410 when there is no such hold any more
	 * @throws BookingRefusedException when it was booked, and is over
	 */
	Appointment held(String reservation) {
		var held = this.appointments.findByHold(Secret.of(reservation).hash())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
		return switch (held.getStatus()) {
			case HELD, RELEASED, BOOKED -> held;
			case HONOURED, ABSENT, CANCELLED, MOVED -> throw new BookingRefusedException(Reason.NOT_BOOKED);
		};
	}

	/**
	 * The form for somebody who has been here before.
	 * @param known who they are
	 * @return filled in
	 */
	BookingForm again(Patient known) {
		return BookingForm.again(known, lives(known));
	}

	/**
	 * The form for somebody of their family.
	 * @param known who has an appointment already
	 * @return with the contact and the commune
	 */
	BookingForm forRelative(Patient known) {
		return BookingForm.forRelative(known, lives(known));
	}

	private @Nullable Commune lives(Patient known) {
		return (known.commune() != null) ? this.communes.findById(known.commune()).orElse(null) : null;
	}

	void show(String reservation, Appointment held, Model model) {
		var until = held.getHeldUntil();
		var left = (until != null) ? Duration.between(this.clock.instant(), until).toSeconds() : 0;
		model.addAttribute("reservation", reservation);
		model.addAttribute("held", held);
		model.addAttribute("site", held.getSlot().getSite());
		model.addAttribute("secondsLeft", Math.max(0, left));
		model.addAttribute("regularDoctors", RegularDoctor.values());
		model.addAttribute("codes", this.policy.byCode());
		model.addAttribute("whoms", Whom.values());
	}

}
