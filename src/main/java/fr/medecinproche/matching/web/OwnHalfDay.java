package fr.medecinproche.matching.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Finds the half-day a signed-in doctor speaks of; anybody else's is not found.
 */
@Component
class OwnHalfDay {

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final Clock clock;

	OwnHalfDay(Volunteers volunteers, HalfDaySlots slots, Clock clock) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.clock = clock;
	}

	HalfDaySlot find(SignedIn me, long slotId) {
		var volunteerId = volunteerOf(me).getId();
		return this.slots.findTakenBy(volunteerId, slotId);
	}

	/** Whether it is theirs by now. */
	boolean isStill(SignedIn me, long slotId) {
		var volunteerId = volunteerOf(me).getId();
		return this.slots.findById(slotId).filter((slot) -> slot.isTakenBy(volunteerId)).isPresent();
	}

	Volunteer volunteerOf(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

	/** What every page about it says. */
	HalfDaySlot show(SignedIn me, long slotId, Model model) {
		var slot = find(me, slotId);
		model.addAttribute("slot", slot);
		model.addAttribute("begun", slot.hasBegun(this.clock));
		model.addAttribute("soon", !slot.getHalfDay().day().isAfter(LocalDate.now(this.clock).plusDays(1)));
		return slot;
	}

	/**
	 * The month the agenda opens at, whoever has the half-day by now.
	 * @param slotId any number
	 * @return such as "2027-01", or an empty text
	 */
	String monthOf(long slotId) {
		return this.slots.findById(slotId).map((slot) -> slot.getMonth().toString()).orElse("");
	}

}
