package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * A doctor's next half-day, or the one that is on, and how many patients it expects.
 */
@Component
class ComingHalfDay {

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final Clock clock;

	ComingHalfDay(HalfDaySlots slots, Appointments appointments, Clock clock) {
		this.slots = slots;
		this.appointments = appointments;
		this.clock = clock;
	}

	/**
	 * Adds {@code next} and {@code patients} to a page, when there is one.
	 */
	void addTo(Model model, Volunteer volunteer) {
		var today = LocalDate.now(this.clock);
		this.slots.of(volunteer.getId(), today, today.plusYears(1))
			.stream()
			.filter((slot) -> this.clock.instant().isBefore(slot.ends()))
			.findFirst()
			.ifPresent((slot) -> {
				model.addAttribute("next", slot);
				model.addAttribute("patients", PatientCounts.of(this.appointments, List.of(slot)));
			});
	}

}
