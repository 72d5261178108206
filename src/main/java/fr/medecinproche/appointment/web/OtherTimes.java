package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingWindow;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Offer;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/**
 * The times somebody who has an appointment may have instead of it.
 */
@Component
class OtherTimes {

	/** In kilometres, as the crow flies: about an hour's drive. */
	private static final double RADIUS = 40;

	private static final int SITES = 6;

	private static final int EACH = 3;

	private final AvailabilityService availability;

	private final ConsultationSites sites;

	private final HalfDaySlots slots;

	private final Communes communes;

	private final BookingWindow window;

	private final Clock clock;

	OtherTimes(AvailabilityService availability, ConsultationSites sites, HalfDaySlots slots, Communes communes,
			BookingWindow window, Clock clock) {
		this.availability = availability;
		this.sites = sites;
		this.slots = slots;
		this.communes = communes;
		this.window = window;
		this.clock = clock;
	}

	/**
	 * Puts a week of one site and the next times of its neighbours on a page.
	 * @param appointment what they have
	 * @param slug the site they look at, null for that of the appointment
	 * @param week any day of the week they look at, null for the first with a free time
	 * @param model takes {@code at}, {@code week} and {@code near}
	 */
	void around(Appointment appointment, @Nullable String slug, @Nullable LocalDate week, Model model) {
		var site = (slug != null) ? published(slug) : appointment.getSlot().getSite();
		var free = this.availability.at(site, appointment.getKind(), asker(appointment), LocalDate.now(this.clock),
				this.window.until(this.clock));
		var near = this.availability
			.near(home(appointment), RADIUS, appointment.getKind(), asker(appointment), EACH, PageRequest.of(0, SITES))
			.stream()
			.filter((other) -> other.site().getId() != site.getId() && !other.next().isEmpty())
			.toList();
		model.addAttribute("at", site);
		model.addAttribute("week", free.isEmpty() ? null : SiteWeek.of(free, week));
		model.addAttribute("near", near);
	}

	private ConsultationSite published(String slug) {
		return this.sites.findPublished(slug)
			.filter((site) -> site.getStatus() == SiteStatus.OPEN)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private GeoPoint home(Appointment appointment) {
		var patient = appointment.getPatient();
		return (patient != null && patient.commune() != null) ? this.communes.findById(patient.commune())
			.map(Commune::getPosition)
			.orElse(appointment.getSlot().getPosition()) : appointment.getSlot().getPosition();
	}

	/**
	 * The next free times of a site, for somebody whose time was taken.
	 * @param like the time they wanted
	 * @param asker who asks
	 * @param howMany how many at most
	 * @return soonest first
	 */
	List<Offer> sameSite(Appointment like, Asker asker, int howMany) {
		var site = like.getSlot().getSite();
		if (site.getStatus() != SiteStatus.OPEN) {
			return List.of();
		}
		return this.availability
			.at(site, like.getKind(), asker, LocalDate.now(this.clock), this.window.until(this.clock))
			.values()
			.stream()
			.flatMap(List::stream)
			.limit(howMany)
			.toList();
	}

	/**
	 * Refuses what none of our pages offers.
	 * @param slotId a half-day
	 * @param startsAt a first minute
	 * @throws ResponseStatusException 400 when it is not within the half-day
	 */
	void mustBeWithin(long slotId, Instant startsAt) {
		this.slots.findById(slotId)
			.filter((slot) -> !startsAt.isBefore(slot.begins()) && startsAt.isBefore(slot.ends()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
	}

	static Asker asker(Appointment appointment) {
		var patient = appointment.getPatient();
		return new Asker(Channel.WEB, (patient != null) ? patient.regularDoctor() : null);
	}

}
