package fr.medecinproche.schedule;

import java.time.LocalDate;

import fr.medecinproche.schedule.OpeningPattern.Place;
import org.jspecify.annotations.Nullable;

/**
 * One half-day of a plan.
 *
 * @param place when and in which room
 * @param fate what becomes of it
 * @param slot what exists there, whatever its status; null when nothing does
 */
public record PlannedHalfDay(Place place, OpeningFate fate, @Nullable HalfDaySlot slot) {

	public LocalDate day() {
		return this.place.halfDay().day();
	}

	public Period period() {
		return this.place.halfDay().period();
	}

	public int room() {
		return this.place.room();
	}

	/** Who is expected there, "Dr Anne Abadie", if anybody is. */
	public @Nullable String doctor() {
		return (this.slot != null && this.slot.getVolunteer() != null) ? this.slot.getVolunteer().getTitle() : null;
	}

	/** Tells it from what it would be a moment later. */
	String described() {
		var slot = this.slot;
		return this.place.halfDay().day() + "" + this.place.halfDay().period() + this.place.room() + this.fate
				+ ((slot != null) ? slot.getId() + ":" + slot.getStatus() : "");
	}

}
