package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;

import fr.medecinproche.site.DayPart;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The unit in which doctors give their time: a morning or an afternoon of one day. Days
 * are those of the calendar in mainland France.
 *
 * @param day the day
 * @param period its half
 */
@Embeddable
public record HalfDay(@Column(nullable = false, updatable = false) LocalDate day,
		@Enumerated(EnumType.STRING) @Column(nullable = false, updatable = false) Period period)
		implements
			Comparable<HalfDay> {

	/** Where every consultation takes place, and where its days and hours are told. */
	public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

	private static final Comparator<HalfDay> IN_TIME = Comparator.comparing(HalfDay::day)
		.thenComparing(HalfDay::period);

	public static HalfDay morningOf(LocalDate day) {
		return new HalfDay(day, Period.MORNING);
	}

	public static HalfDay afternoonOf(LocalDate day) {
		return new HalfDay(day, Period.AFTERNOON);
	}

	/**
	 * The calendar month it counts in, whatever the moment it is taken.
	 * @return the month of its day
	 */
	public YearMonth month() {
		return YearMonth.from(this.day);
	}

	/**
	 * Its half, as sites speak of it.
	 * @return the half of the day
	 */
	public DayPart part() {
		return DayPart.valueOf(this.period.name());
	}

	@Override
	public int compareTo(HalfDay other) {
		return IN_TIME.compare(this, other);
	}

}
