package fr.medecinproche.appointment.web;

import java.time.Instant;
import java.util.List;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Offer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Another appointment, from the page of one: with the same doctor again, or for somebody
 * of the family right after. Whoever has the link has the right to what it fills in;
 * nothing of it is in an address.
 */
@Controller
class AgainController {

	private static final int AFTER = 3;

	private static final int HALF_DAYS = 6;

	private final OwnAppointment own;

	private final OtherTimes times;

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final BookingPage page;

	AgainController(OwnAppointment own, OtherTimes times, AvailabilityService availability, BookingService bookings,
			BookingPage page) {
		this.own = own;
		this.times = times;
		this.availability = availability;
		this.bookings = bookings;
		this.page = page;
	}

	@GetMapping("/rendez-vous/{secret}/autre")
	String choose(@PathVariable String secret, @RequestParam(defaultValue = "SAME") Who pour,
			@RequestParam(required = false) @Nullable Reason refus, Model model) {
		var appointment = this.own.open(secret);
		this.own.show(secret, appointment, model);
		var offers = withSameDoctor(appointment, pour);
		model.addAttribute("refusal", refus);
		model.addAttribute("who", pour);
		model.addAttribute("after", (pour == Who.RELATIVE) ? after(appointment, offers) : List.of());
		model.addAttribute("sittings", SiteWeek.sittings(offers).stream().limit(HALF_DAYS).toList());
		return "patient/autre";
	}

	private List<Offer> withSameDoctor(Appointment appointment, Who who) {
		var doctor = appointment.getSlot().getVolunteer();
		return (doctor != null)
				? this.availability.withDoctor(doctor.getId(), appointment.getKind(), asker(appointment, who))
				: List.of();
	}

	private static Asker asker(Appointment appointment, Who who) {
		return (who == Who.SAME) ? OtherTimes.asker(appointment) : Asker.by(Channel.WEB);
	}

	private static List<Offer> after(Appointment appointment, List<Offer> offers) {
		return offers.stream()
			.filter((offer) -> appointment.isBooked() && offer.slot().getId() == appointment.getSlot().getId())
			.filter((offer) -> !offer.time().startsAt().isBefore(appointment.getEndsAt()))
			.limit(AFTER)
			.toList();
	}

	@PostMapping("/rendez-vous/{secret}/autre")
	String hold(@PathVariable String secret, @RequestParam long slot, @RequestParam Instant startsAt,
			@RequestParam(defaultValue = "SAME") Who pour, RedirectAttributes redirect) {
		var appointment = this.own.open(secret);
		this.times.mustBeWithin(slot, startsAt);
		redirect.addAttribute("pour", pour);
		try {
			var hold = this.bookings.hold(slot, startsAt, appointment.getKind(), asker(appointment, pour),
					OwnAppointment.holdSecret(secret, slot, startsAt));
			redirect.addAttribute("reservation", hold.secret().value());
			return "redirect:/rendez-vous/{secret}/autre/{reservation}";
		}
		catch (BookingRefusedException refusal) {
			redirect.addAttribute("refus", refusal.reason());
			return "redirect:/rendez-vous/{secret}/autre";
		}
	}

	@GetMapping("/rendez-vous/{secret}/autre/{reservation}")
	String write(@PathVariable String secret, @PathVariable String reservation,
			@RequestParam(defaultValue = "SAME") Who pour, Model model) {
		var patient = this.own.open(secret).getPatient();
		model.addAttribute("form", (patient == null) ? BookingForm.empty(null, null)
				: (pour == Who.SAME) ? this.page.again(patient) : this.page.forRelative(patient));
		this.page.show(reservation, this.page.held(reservation), model);
		return BookingPage.VIEW;
	}

	/**
	 * For whom another appointment is.
	 */
	enum Who {

		SAME, RELATIVE

	}

}
