package fr.medecinproche.insight;

import org.jspecify.annotations.Nullable;

/**
 * How long patients had to wait for the first free time, as noted once a day and zone.
 *
 * @param noted how many notes there are, one for each zone and day
 * @param withTime those that found a free time
 * @param median the median of their delays in days; {@code null} when there is none
 */
public record Waits(long noted, long withTime, @Nullable Double median) {

	/** Nothing noted. */
	public static final Waits NONE = new Waits(0, 0, null);

}
