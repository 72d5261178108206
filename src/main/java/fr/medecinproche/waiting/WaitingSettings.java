package fr.medecinproche.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;

import fr.medecinproche.schedule.HalfDay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How those who wait are told.
 *
 * @param offer how long a freed time is kept for one of them
 * @param shortest the least of it, when online bookings close sooner
 * @param quietFrom from when on nobody is woken, in mainland France
 * @param quietUntil until when
 * @param lasts how long one waits without saying so again
 * @param patience how many offers one leaves unanswered
 */
@ConfigurationProperties("medecin-proche.waiting")
public record WaitingSettings(@DefaultValue("30m") Duration offer, @DefaultValue("10m") Duration shortest,
		@DefaultValue("21:00") LocalTime quietFrom, @DefaultValue("08:00") LocalTime quietUntil,
		@DefaultValue("3m") Period lasts, @DefaultValue("3") int patience) {

	/**
	 * Whether no message starts now.
	 * @param now the present
	 * @return true from the first quiet minute to the last
	 */
	boolean isQuietAt(Instant now) {
		var time = now.atZone(HalfDay.ZONE).toLocalTime();
		return !time.isBefore(this.quietFrom) || time.isBefore(this.quietUntil);
	}

	/**
	 * The next end of a quiet night.
	 * @param now the present
	 * @return an instant to come
	 */
	Instant morningAfter(Instant now) {
		var local = now.atZone(HalfDay.ZONE);
		var day = local.toLocalTime().isBefore(this.quietUntil) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
		return day.atTime(this.quietUntil).atZone(HalfDay.ZONE).toInstant();
	}

}
