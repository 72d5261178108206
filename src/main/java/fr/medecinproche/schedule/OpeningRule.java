package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Which half-days come back: on which days of which weeks, in which rooms, at which
 * hours.
 *
 * @param rhythm how often
 * @param countedFrom a day of a week that counts, for a rhythm of several weeks
 * @param weekdays on which days of the week
 * @param periods mornings, afternoons or both
 * @param rooms which rooms, counted from 1
 * @param onHolidays whether public holidays are opened too
 * @param besideDoctors whether a room is opened when a doctor is expected in another one
 * @param hours its own hours; null for those of the site
 */
@Embeddable
public record OpeningRule(@Enumerated(EnumType.STRING) Rhythm rhythm, LocalDate countedFrom,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<DayOfWeek> weekdays,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<Period> periods,
		@JdbcTypeCode(SqlTypes.ARRAY) Set<Integer> rooms, boolean onHolidays, boolean besideDoctors,
		@Embedded @Nullable ConsultationHours hours) {

	public OpeningRule {
		weekdays = Set.copyOf(weekdays);
		periods = Set.copyOf(periods);
		rooms = Set.copyOf(rooms);
	}

	/** Its weekdays, in the order of the week. */
	public List<DayOfWeek> days() {
		return this.weekdays.stream().sorted().toList();
	}

	/** Its halves of the day, in order. */
	public List<Period> halves() {
		return this.periods.stream().sorted().toList();
	}

	/** Its rooms, in order. */
	public List<Integer> places() {
		return this.rooms.stream().sorted().toList();
	}

	/** Whether the rhythm asks for a day, holiday or not. */
	boolean asksFor(LocalDate day) {
		return this.weekdays.contains(day.getDayOfWeek()) && this.rhythm.falls(day, this.countedFrom);
	}

	/** Whether it would not open a day because it is a public holiday. */
	boolean leavesOut(LocalDate day) {
		return !this.onHolidays && PublicHolidays.falls(day);
	}

	/**
	 * The hours its half-days keep at a site.
	 * @param site where
	 * @return its own, or those of the site
	 */
	public ConsultationHours hoursAt(ConsultationSite site) {
		return (this.hours != null) ? this.hours : site.getHours();
	}

}
