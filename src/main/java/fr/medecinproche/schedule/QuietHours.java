package fr.medecinproche.schedule;

import java.time.Instant;
import java.time.LocalTime;

/**
 * From 21 h to 8 h in mainland France nobody is woken up by a message that can wait.
 */
public final class QuietHours {

	private static final LocalTime BEGIN = LocalTime.of(21, 0);

	private static final LocalTime END = LocalTime.of(8, 0);

	private QuietHours() {
	}

	/**
	 * Whether it is night.
	 * @param instant any instant
	 * @return true from 21 h on and until 8 h
	 */
	public static boolean include(Instant instant) {
		var time = instant.atZone(HalfDay.ZONE).toLocalTime();
		return !time.isBefore(BEGIN) || time.isBefore(END);
	}

	/**
	 * When a message that waits for the day may leave.
	 * @param instant any instant
	 * @return the same by day, the end of the night otherwise
	 */
	public static Instant byDay(Instant instant) {
		if (!include(instant)) {
			return instant;
		}
		var local = instant.atZone(HalfDay.ZONE);
		var day = local.toLocalTime().isBefore(END) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
		return day.atTime(END).atZone(HalfDay.ZONE).toInstant();
	}

}
