package fr.medecinproche.waiting.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingLimits;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.waiting.OfferOutcome;
import fr.medecinproche.waiting.WaitingOffer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of an offer shows, according to what became of it.
 */
@Component
class OfferPage {

	private final Appointments appointments;

	private final AvailabilityService availability;

	private final BookingLimits limits;

	private final Clock clock;

	OfferPage(Appointments appointments, AvailabilityService availability, BookingLimits limits, Clock clock) {
		this.appointments = appointments;
		this.availability = availability;
		this.limits = limits;
		this.clock = clock;
	}

	void show(WaitingOffer offer, Model model) {
		var patient = offer.getEntry().getPatient();
		var coming = coming(patient);
		model.addAttribute("offer", offer);
		model.addAttribute("site", offer.getSlot().getSite());
		model.addAttribute("kind", offer.getEntry().getWish().kind());
		model.addAttribute("patient", patient);
		model.addAttribute("state", state(offer, patient));
		model.addAttribute("movable",
				coming.stream().filter((visit) -> visit.isChangeableByPatientAt(this.clock.instant())).toList());
		model.addAttribute("mayKeep", coming.size() < this.limits.coming());
	}

	private State state(WaitingOffer offer, @Nullable Patient patient) {
		if (offer.getOutcome() == OfferOutcome.ACCEPTED) {
			return State.TAKEN;
		}
		if (offer.isOpenAt(this.clock.instant())) {
			return isStillHeld(offer) ? State.OPEN : State.GONE;
		}
		return (patient != null && isFree(offer, patient)) ? State.STILL_FREE : State.GONE;
	}

	private static boolean isStillHeld(WaitingOffer offer) {
		return offer.getSlot().getStatus() == SlotStatus.TAKEN
				&& offer.getSlot().getSite().getStatus() == SiteStatus.OPEN;
	}

	private boolean isFree(WaitingOffer offer, Patient patient) {
		return isStillHeld(offer)
				&& this.availability.of(offer.getSlot(), new Asker(Channel.WAITING_LIST, patient.regularDoctor()))
					.getOrDefault(offer.getEntry().getWish().kind(), List.of())
					.stream()
					.anyMatch((time) -> time.startsAt().equals(offer.getStartsAt()));
	}

	private List<Appointment> coming(@Nullable Patient patient) {
		if (patient == null) {
			return List.of();
		}
		return this.appointments.comingOf(patient.birthDate(), this.clock.instant())
			.stream()
			.filter((visit) -> visit.getPatient() != null && patient.isSamePersonAs(visit.getPatient()))
			.flatMap((visit) -> this.appointments.findById(visit.getId()).stream())
			.sorted(Comparator.comparing(Appointment::getStartsAt))
			.toList();
	}

	/**
	 * What can be done with the offer.
	 */
	enum State {

		/** The time is kept for them. */
		OPEN,
		/** It is not kept any more, but nobody has it. */
		STILL_FREE,
		/** Somebody else has it, or nobody comes. */
		GONE,
		/** They have taken it. */
		TAKEN

	}

}
