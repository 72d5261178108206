package fr.medecinproche.appointment.web;

import java.util.List;

import fr.medecinproche.volunteer.DoctorNotice;
import fr.medecinproche.volunteer.DoctorNotices;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * All that waits for a doctor, whichever room it comes from.
 */
@Component
class DoctorNoticeBoard {

	private final ObjectProvider<DoctorNotices> rooms;

	DoctorNoticeBoard(ObjectProvider<DoctorNotices> rooms) {
		this.rooms = rooms;
	}

	List<DoctorNotice> of(Volunteer volunteer) {
		return this.rooms.orderedStream().flatMap((room) -> room.of(volunteer).stream()).toList();
	}

}
