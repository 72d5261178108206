package fr.medecinproche.appointment.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteHosts;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a host sees: one site, and the appointments there. All else is not found.
 */
@Component
class OwnSite {

	private final SiteHosts hosts;

	private final Appointments appointments;

	private final HalfDaySlots slots;

	OwnSite(SiteHosts hosts, Appointments appointments, HalfDaySlots slots) {
		this.hosts = hosts;
		this.appointments = appointments;
		this.slots = slots;
	}

	ConsultationSite of(SignedIn host) {
		return this.hosts.siteOf(host.accountId()).orElseThrow(OwnSite::notFound);
	}

	Appointment appointment(long id, SignedIn host) {
		var site = of(host);
		return this.appointments.findById(id)
			.filter((appointment) -> appointment.getSlot().getSite().getId() == site.getId())
			.filter((appointment) -> appointment.getPatient() != null)
			.orElseThrow(OwnSite::notFound);
	}

	HalfDaySlot halfDay(long id, SignedIn host) {
		var site = of(host);
		return this.slots.findById(id)
			.filter((slot) -> slot.getSite().getId() == site.getId())
			.orElseThrow(OwnSite::notFound);
	}

	/** Whether a time is one of a half-day of the site. */
	boolean offers(ConsultationSite site, ChosenTime time) {
		return this.slots.findById(time.slotId())
			.filter((slot) -> slot.getSite().getId() == site.getId())
			.filter((slot) -> !time.startsAt().isBefore(slot.begins()) && time.startsAt().isBefore(slot.ends()))
			.isPresent();
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
