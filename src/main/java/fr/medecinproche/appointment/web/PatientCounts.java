package fr.medecinproche.appointment.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Expected;
import fr.medecinproche.schedule.HalfDaySlot;

/**
 * How many patients each half-day of a page expects.
 *
 * @param bySlot only half-days that expect somebody
 */
record PatientCounts(Map<Long, Long> bySlot) {

	static PatientCounts of(Appointments appointments, List<HalfDaySlot> slots) {
		return new PatientCounts(appointments.expected(slots.stream().map(HalfDaySlot::getId).toList())
			.stream()
			.collect(Collectors.toMap(Expected::slotId, Expected::patients)));
	}

	public long in(HalfDaySlot slot) {
		return this.bySlot.getOrDefault(slot.getId(), 0L);
	}

}
