package fr.medecinproche.territory;

/**
 * The one frame in which the region is drawn: longitudes shrunk as at 43.7° north, the
 * middle of the region, north at the top, in whole units of about 220 metres. Everything
 * drawn goes through it, so that contours and points fall where they belong.
 */
public final class RegionDrawing {

	private static final double WEST = -0.5;

	private static final double NORTH = 45.2;

	private static final double EAST = 5.0;

	private static final double SOUTH = 42.2;

	private static final double UNITS_PER_DEGREE = 500;

	private static final double SHRINK = Math.cos(Math.toRadians(43.7));

	/** The width of the frame. */
	public static final long WIDTH = x(EAST);

	/** The height of the frame. */
	public static final long HEIGHT = y(SOUTH);

	/** The frame, as the attribute of an SVG drawing of the whole region. */
	public static final String VIEW_BOX = "0 0 " + WIDTH + " " + HEIGHT;

	private RegionDrawing() {
	}

	/**
	 * The place of a longitude.
	 * @param longitude in degrees
	 * @return units from the left
	 */
	public static long x(double longitude) {
		return Math.round((longitude - WEST) * SHRINK * UNITS_PER_DEGREE);
	}

	/**
	 * The place of a latitude.
	 * @param latitude in degrees
	 * @return units from the top
	 */
	public static long y(double latitude) {
		return Math.round((NORTH - latitude) * UNITS_PER_DEGREE);
	}

}
