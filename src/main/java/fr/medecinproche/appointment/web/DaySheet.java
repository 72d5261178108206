package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.ConsultationTime;
import fr.medecinproche.appointment.Continuation;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.Place;

/**
 * What a doctor needs for a day, or half a day, at a site.
 *
 * @param halves one or two, in order
 */
record DaySheet(List<Half> halves) {

	public LocalDate day() {
		return first().getHalfDay().day();
	}

	public ConsultationSite site() {
		return first().getSite();
	}

	public HalfDaySlot first() {
		return this.halves.getFirst().slot();
	}

	/** Where it takes place: one place, or two on a day an itinerant site moves. */
	public List<Place> places() {
		return this.halves.stream().map((half) -> half.slot().getPlace()).distinct().toList();
	}

	/** What part of the day it is: the end of a message's name. */
	public String extent() {
		return (this.halves.size() > 1) ? "WHOLE" : first().getHalfDay().period().name();
	}

	/** How many patients come in all. */
	public int patients() {
		return this.halves.stream().map(Half::visits).mapToInt(Collection::size).sum();
	}

	/**
	 * Half of the day.
	 *
	 * @param slot the half-day
	 * @param visits by time
	 * @param free the times left for an ordinary consultation
	 * @param open whether it may be noted now who came
	 * @param remaining how many times have come of which nothing is noted
	 */
	record Half(HalfDaySlot slot, List<Visit> visits, List<ConsultationTime> free, boolean open, long remaining) {

	}

	/**
	 * A patient's visit.
	 *
	 * @param appointment the appointment
	 * @param first whether it is the patient's first here, as far as is known
	 * @param noted what remains to be done after it
	 */
	record Visit(Appointment appointment, boolean first, List<Continuation> noted) {

	}

}
