package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.ExchangeService;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One of a doctor's half-days against another that is open, for whoever has taken all
 * they may in the month. What it means for the patients is said before.
 */
@Controller
@RequestMapping("/medecin/creneaux/{id}/echange")
class ExchangeController {

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final ExchangeService exchanges;

	private final Words words;

	private final Clock clock;

	ExchangeController(Volunteers volunteers, HalfDaySlots slots, Appointments appointments, ExchangeService exchanges,
			Words words, Clock clock) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.appointments = appointments;
		this.exchanges = exchanges;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping
	String choose(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		var volunteer = volunteer(me);
		var wanted = slot(id);
		var mine = exchangeable(volunteer, wanted);
		model.addAttribute("wanted", wanted);
		model.addAttribute("open", wanted.getStatus() == SlotStatus.OPEN && !wanted.hasBegun(this.clock));
		model.addAttribute("mine", mine);
		model.addAttribute("patients", PatientCounts.of(this.appointments, mine));
		return "medecin/echange";
	}

	private List<HalfDaySlot> exchangeable(Volunteer volunteer, HalfDaySlot wanted) {
		var first = wanted.getMonth().atDay(1);
		return this.slots.of(volunteer.getId(), first, first.plusMonths(1))
			.stream()
			.filter((slot) -> !slot.hasBegun(this.clock))
			.toList();
	}

	@PostMapping
	String exchange(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String contre, RedirectAttributes redirect) {
		var volunteer = volunteer(me);
		var wanted = slot(id);
		if (contre.isEmpty()) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("appointment.exchange.none"));
			return "redirect:/medecin/creneaux/" + id + "/echange";
		}
		var given = Given.parse(contre);
		try {
			this.exchanges.exchange(volunteer.getId(), given.slotId(), id, given.patients());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, done(wanted));
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/medecin/creneaux/" + id + "/echange";
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, alreadyDone(volunteer, given.slotId(), id, refusal));
		}
		redirect.addAttribute("mois", wanted.getMonth().toString());
		return "redirect:/medecin/agenda";
	}

	/** A double click is one click: the second finds what the first has done. */
	private Flash alreadyDone(Volunteer volunteer, long given, long taken, SchedulingRefusedException refusal) {
		var now = slot(taken);
		boolean done = given != taken && now.isTakenBy(volunteer.getId()) && !slot(given).isTakenBy(volunteer.getId());
		return done ? done(now) : Flash.error(refusal);
	}

	private Flash done(HalfDaySlot taken) {
		return Flash.success("appointment.exchange.done." + taken.getHalfDay().period(),
				this.words.day(taken.getHalfDay().day()), taken.getSite().getNom());
	}

	private HalfDaySlot slot(long id) {
		return this.slots.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Volunteer volunteer(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

	/**
	 * What the doctor gives, as the page wrote it.
	 *
	 * @param slotId the half-day
	 * @param patients how many the page said it expects
	 */
	private record Given(long slotId, long patients) {

		private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

		static Given parse(String text) {
			var written = WRITTEN.matcher(text);
			if (!written.matches()) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			return new Given(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)));
		}

	}

}
