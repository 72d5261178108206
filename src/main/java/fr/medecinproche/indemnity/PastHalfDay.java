package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

import fr.medecinproche.schedule.Period;
import org.jspecify.annotations.Nullable;

/**
 * A half-day that is over, which a doctor was to hold.
 *
 * @param id the half-day
 * @param day its day
 * @param period its half
 * @param startsAt when the doctor was to begin
 * @param endsAt when the doctor was to leave
 * @param site where
 * @param commune the site's commune
 * @param doctor how the doctor is called
 * @param held whether the doctor came, null as long as nobody has said so
 */
public record PastHalfDay(long id, LocalDate day, Period period, LocalTime startsAt, LocalTime endsAt, String site,
		String commune, String doctor, @Nullable Boolean held) {

	public YearMonth month() {
		return YearMonth.from(this.day);
	}

	/**
	 * How long ago it was.
	 * @param today the present day
	 * @return in days
	 */
	public long age(LocalDate today) {
		return ChronoUnit.DAYS.between(this.day, today);
	}

}
