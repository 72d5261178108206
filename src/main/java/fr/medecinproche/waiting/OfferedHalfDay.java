package fr.medecinproche.waiting;

import java.time.Instant;
import java.time.LocalDate;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;

/**
 * A half-day as those who wait are looked up for it.
 *
 * @param slotId the half-day
 * @param ends the minute after its last
 * @param period "MORNING" or "AFTERNOON"
 * @param latitude of its site
 * @param longitude of its site
 * @param now the present
 * @param today its day, in mainland France
 */
record OfferedHalfDay(long slotId, Instant ends, String period, double latitude, double longitude, Instant now,
		LocalDate today) {

	static OfferedHalfDay of(HalfDaySlot slot, Instant now) {
		var place = slot.getPosition();
		return new OfferedHalfDay(slot.getId(), slot.ends(), slot.getHalfDay().period().name(), place.latitude(),
				place.longitude(), now, now.atZone(HalfDay.ZONE).toLocalDate());
	}

}
