package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/**
 * What somebody may do whose booking was refused, on the page with what they typed: take
 * one of the next times, or get back to the appointment they have.
 */
@Component
class OtherChoice {

	private static final int TIMES = 6;

	private final OtherTimes times;

	private final BookingPage page;

	private final BookingService bookings;

	OtherChoice(OtherTimes times, BookingPage page, BookingService bookings) {
		this.times = times;
		this.page = page;
		this.bookings = bookings;
	}

	/**
	 * Says why, and what else there is.
	 * @param held the time they wanted
	 * @param form what they typed
	 * @param refusal why they cannot have it
	 * @param errors where the sentence goes
	 * @param model takes {@code share}, or the times in {@code others}
	 */
	void offer(Appointment held, BookingForm form, BookingRefusedException refusal, Errors errors, Model model) {
		errors.reject(refusal.getCodes()[0]);
		if (refusal.isOfThePerson()) {
			model.addAttribute("share", true);
		}
		else if (refusal.isOfTheTime()) {
			model.addAttribute("others", this.times.sameSite(held, asker(form), TIMES));
		}
	}

	/**
	 * Shows the page again to somebody who had left it: their answers, why, and what else
	 * there is.
	 * @param reservation the secret of the hold they had
	 * @param form what they had typed
	 * @param refusal why they cannot have it
	 * @param model of the page
	 * @return the view
	 */
	String again(String reservation, BookingForm form, BookingRefusedException refusal, Model model) {
		var held = this.page.held(reservation);
		var errors = new BeanPropertyBindingResult(form, "form");
		offer(held, form, refusal, errors, model);
		model.addAttribute("form", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
		model.addAttribute("pageRefused", true);
		this.page.show(reservation, held, model);
		return BookingPage.VIEW;
	}

	/**
	 * Keeps another time of the same site.
	 * @param reservation the secret of the hold they had
	 * @param lost the time they had
	 * @param wanted the time they want, as the button carries it
	 * @param form what they typed
	 * @return the secret of the new hold
	 * @throws ResponseStatusException 400 when no page offers that time
	 * @throws BookingRefusedException when it is taken too
	 */
	String keep(String reservation, Appointment lost, String wanted, BookingForm form) {
		var time = ChosenTime.parse(wanted).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		this.times.mustBeWithin(time.slotId(), time.startsAt());
		var hold = this.bookings.hold(time.slotId(), time.startsAt(), lost.getKind(), asker(form),
				OwnAppointment.holdSecret(reservation, time.slotId(), time.startsAt()));
		return hold.secret().value();
	}

	private static Asker asker(BookingForm form) {
		return new Asker(Channel.WEB, form.regularDoctor());
	}

}
