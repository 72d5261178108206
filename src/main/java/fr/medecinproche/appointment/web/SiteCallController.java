package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Offer;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.site.ConsultationSite;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Somebody calls the site: the nearest times are there already, Enter books.
 */
@Controller
class SiteCallController {

	private static final String VIEW = "lieu/nouveau";

	private static final int TIMES = 8;

	private static final int HORIZON_WEEKS = 9;

	private final OwnSite own;

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final Appointments appointments;

	private final Clock clock;

	SiteCallController(OwnSite own, AvailabilityService availability, BookingService bookings,
			Appointments appointments, Clock clock) {
		this.own = own;
		this.availability = availability;
		this.bookings = bookings;
		this.appointments = appointments;
		this.clock = clock;
	}

	@GetMapping("/lieu/rendez-vous/nouveau")
	String write(@AuthenticationPrincipal SignedIn host, @RequestParam(defaultValue = "CONSULTATION") VisitKind motif,
			@RequestParam @Nullable LocalDate jour, Model model) {
		var offers = show(this.own.of(host), motif, jour, model);
		var nearest = offers.isEmpty() ? null : ChosenTime.of(offers.getFirst().time());
		model.addAttribute("form", CallForm.empty(nearest));
		return VIEW;
	}

	@PostMapping("/lieu/rendez-vous")
	String book(@AuthenticationPrincipal SignedIn host, @Valid @ModelAttribute("form") CallForm form,
			BindingResult errors, @RequestParam(defaultValue = "CONSULTATION") VisitKind motif,
			@RequestParam @Nullable LocalDate jour, Model model) {
		var site = this.own.of(host);
		form.check(errors, this.clock);
		var time = ChosenTime.parse(form.time());
		if (time.isEmpty()) {
			errors.rejectValue("time", "phone.form.time.missing");
		}
		if (!errors.hasErrors()) {
			try {
				return booked(book(site, time.orElseThrow(), motif, form.patient(null), host));
			}
			catch (BookingRefusedException refusal) {
				errors.rejectValue("time", refusal.getCodes()[0]);
			}
		}
		model.addAttribute("pageRefused", true);
		show(site, motif, jour, model);
		return VIEW;
	}

	private Appointment book(ConsultationSite site, ChosenTime time, VisitKind motif, Patient patient, SignedIn host) {
		if (!this.own.offers(site, time)) {
			throw new BookingRefusedException(BookingRefusedException.Reason.NO_LONGER_OFFERED);
		}
		try {
			var hold = this.bookings.hold(time.slotId(), time.startsAt(), motif, Asker.by(Channel.HOST));
			return this.bookings.confirm(hold.secret(), patient, Locale.FRENCH, host.accountId()).appointment();
		}
		catch (BookingRefusedException refusal) {
			return alreadyBooked(time, patient, refusal);
		}
	}

	/** A double click finds the time taken by its own first click. */
	private Appointment alreadyBooked(ChosenTime time, Patient patient, BookingRefusedException refusal) {
		return this.appointments.dayList(List.of(time.slotId()))
			.stream()
			.filter((appointment) -> appointment.isBooked() && appointment.getStartsAt().equals(time.startsAt()))
			.filter((appointment) -> patient.equals(appointment.getPatient()))
			.findFirst()
			.orElseThrow(() -> refusal);
	}

	private static String booked(Appointment appointment) {
		return "redirect:/lieu/rendez-vous/" + appointment.getId();
	}

	@GetMapping("/lieu/rendez-vous/{id:\\d+}")
	String see(@AuthenticationPrincipal SignedIn host, @PathVariable long id, Model model) {
		model.addAttribute("appointment", this.own.appointment(id, host));
		return "lieu/rendez-vous";
	}

	private List<Offer> show(ConsultationSite site, VisitKind motif, @Nullable LocalDate jour, Model model) {
		var today = LocalDate.now(this.clock);
		var from = (jour != null && jour.isAfter(today)) ? jour : today;
		var offers = this.availability.at(site, motif, Asker.by(Channel.HOST), from, today.plusWeeks(HORIZON_WEEKS))
			.values()
			.stream()
			.flatMap(List::stream)
			.limit(TIMES)
			.toList();
		model.addAttribute("site", site);
		model.addAttribute("from", from);
		model.addAttribute("kind", motif);
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("regularDoctors", RegularDoctor.values());
		model.addAttribute("offers", offers);
		return offers;
	}

}
