package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far ahead patients book.
 *
 * @param days the last day offered, counted from today
 * @param closesBefore how long before its beginning a time leaves the web; the phone has
 * it until the last minute
 */
@ConfigurationProperties("medecin-proche.booking")
public record BookingWindow(@DefaultValue("60") int days, @DefaultValue("2h") Duration closesBefore) {

	/**
	 * The day after the last on offer.
	 * @param clock the present
	 * @return a day
	 */
	public LocalDate until(Clock clock) {
		return LocalDate.now(clock).plusDays(this.days + 1L);
	}

	/**
	 * The first instant on offer.
	 * @param channel who books
	 * @param clock the present
	 * @return an instant
	 */
	public Instant opensAt(Channel channel, Clock clock) {
		return isOnline(channel) ? clock.instant().plus(this.closesBefore) : clock.instant();
	}

	/**
	 * Whether a time is on offer.
	 * @param time the time
	 * @param channel who books
	 * @param clock the present
	 * @return false when it is too near, or too far
	 */
	boolean includes(ConsultationTime time, Channel channel, Clock clock) {
		return !time.startsAt().isBefore(opensAt(channel, clock))
				&& (!isOnline(channel) || time.day().isBefore(until(clock)));
	}

	private static boolean isOnline(Channel channel) {
		return channel == Channel.WEB || channel == Channel.WAITING_LIST;
	}

}
