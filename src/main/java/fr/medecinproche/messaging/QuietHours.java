package fr.medecinproche.messaging;

import java.time.Instant;
import java.time.LocalTime;

import fr.medecinproche.schedule.HalfDay;

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

}
