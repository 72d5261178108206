package fr.medecinproche.messaging;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;

/**
 * What letters to patients say of an appointment: its day, time, place and phone; neither
 * who is seen nor why.
 */
@Component
class AppointmentNotices {

	private final Words words;

	AppointmentNotices(Words words) {
		this.words = words;
	}

	Notice of(String kind, Appointment appointment) {
		return of(kind, appointment, Place.of(appointment.getSlot()).name());
	}

	/**
	 * What to say, the place called by a shorter name if need be.
	 * @param kind which letter; its sentences receive day, time, place, code, phone
	 * @param appointment the appointment
	 * @param placeName how to call the place
	 * @return the notice
	 */
	Notice of(String kind, Appointment appointment, String placeName) {
		var said = this.words.in(appointment.getLocale());
		var place = Place.of(appointment.getSlot());
		return Notice
			.of(kind, said.dayWithoutYear(appointment.getDay()), said.time(appointment.getTime()), placeName,
					String.valueOf(appointment.getCode()), place.phone())
			.with("when", said.dayAndTime(appointment.getStartsAt()))
			.with("where", place.inFull())
			.with("phone", place.phone());
	}

}
