package fr.medecinproche.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When it may be noted what became of a visit.
 *
 * @param correctable how long after the day it may be noted and taken back
 * @param prepared how long before the day the doctor reads what is to be followed up at
 * the site
 */
@ConfigurationProperties("medecin-proche.attendance")
record AttendanceSettings(@DefaultValue("7d") Period correctable, @DefaultValue("2d") Period prepared) {

	/** From the first minute of the half-day until some days later. */
	boolean isOpen(HalfDaySlot slot, Instant now) {
		return !now.isBefore(slot.begins()) && !isOver(slot, now);
	}

	/** From the days before, when it is prepared, until some days later. */
	boolean isNear(HalfDaySlot slot, Instant now) {
		return !today(now).isBefore(slot.getHalfDay().day().minus(this.prepared)) && !isOver(slot, now);
	}

	private boolean isOver(HalfDaySlot slot, Instant now) {
		return today(now).isAfter(slot.getHalfDay().day().plus(this.correctable));
	}

	private static LocalDate today(Instant now) {
		return LocalDate.ofInstant(now, HalfDay.ZONE);
	}

}
