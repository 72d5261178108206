package fr.medecinproche.schedule;

import java.time.Duration;

/**
 * How long the way takes by car, about. Nobody is asked where they live exactly and no
 * route is computed: the road is taken to be 1.3 times the straight line, five minutes go
 * to leaving and parking, the first thirty kilometres of road are driven at 50 km/h and
 * the rest at 75 km/h. Toulouse to Marciac, 103 km as the crow flies, makes 2 h 05.
 * Always shown as an estimate.
 *
 * @param minutes rounded to five
 */
public record RoadTime(int minutes) {

	private static final double DETOUR = 1.3;

	private static final double SETTING_OUT = 5;

	private static final double SLOW_KM = 30;

	private static final double SLOW_KM_PER_MINUTE = 50 / 60.0;

	private static final double FAST_KM_PER_MINUTE = 75 / 60.0;

	private static final int STEP = 5;

	/**
	 * Estimates from a distance.
	 * @param km kilometres as the crow flies
	 * @return at least five minutes
	 */
	public static RoadTime of(double km) {
		double road = km * DETOUR;
		double minutes = SETTING_OUT + Math.min(road, SLOW_KM) / SLOW_KM_PER_MINUTE
				+ Math.max(0, road - SLOW_KM) / FAST_KM_PER_MINUTE;
		return new RoadTime((int) Math.round(minutes / STEP) * STEP);
	}

	/**
	 * Whether a half-day is little for such a way.
	 * @param limit from how long on
	 * @return true when it takes as long, or longer
	 */
	public boolean isLong(Duration limit) {
		return this.minutes >= limit.toMinutes();
	}

}
