package fr.medecinproche.indemnity;

import java.time.LocalDate;

import fr.medecinproche.schedule.Period;
import org.jspecify.annotations.Nullable;

/**
 * A half-day a doctor might come again: the same weekday of the month, the same half, the
 * same place.
 *
 * @param held the day of the half-day it follows
 * @param day the day it would be, null when the month has no such day
 * @param period its half
 * @param site where
 * @param commune the site's commune
 * @param slotId the half-day that can be taken, null when there is none
 * @param obstacle why it cannot be taken, null when it can
 */
public record Wish(LocalDate held, @Nullable LocalDate day, Period period, String site, String commune,
		@Nullable Long slotId, @Nullable Obstacle obstacle) {

	public boolean isOpen() {
		return this.obstacle == null;
	}

	/**
	 * Why a doctor cannot come again then.
	 */
	public enum Obstacle {

		/** The month has no fifth such weekday. */
		NO_SUCH_DAY,
		/** It has begun, or is over. */
		TOO_LATE,
		/** The doctor has it already. */
		ALREADY_YOURS,
		/** The doctor is somewhere else. */
		ALREADY_ELSEWHERE,
		/** The site is closed or suspended, or its zone is no longer a priority. */
		SITE_NOT_OPEN,
		/** Another doctor has it. */
		TAKEN,
		/** The agency has not opened it. */
		NOT_OPENED,
		/** The month has its four half-days. */
		MONTH_FULL

	}

}
