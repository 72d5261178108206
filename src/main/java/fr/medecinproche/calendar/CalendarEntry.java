package fr.medecinproche.calendar;

import java.time.Instant;
import java.time.LocalTime;

import fr.medecinproche.schedule.HalfDay;

/**
 * A half-day in a doctor's calendar. It counts patients and names none.
 *
 * @param slotId the half-day
 * @param halfDay when
 * @param startsAt its first minute
 * @param endsAt the end of its last consultation
 * @param place the name of the site
 * @param address the site with its address
 * @param patients how many are expected
 * @param revision goes up with every change of hands
 * @param changedAt when anything about it last changed
 * @param cancelled whether it is no longer the doctor's
 */
record CalendarEntry(long slotId, HalfDay halfDay, LocalTime startsAt, LocalTime endsAt, String place, String address,
		long patients, int revision, Instant changedAt, boolean cancelled) {

	Instant begins() {
		return at(this.startsAt);
	}

	Instant ends() {
		return at(this.endsAt);
	}

	private Instant at(LocalTime time) {
		return this.halfDay.day().atTime(time).atZone(HalfDay.ZONE).toInstant();
	}

}
