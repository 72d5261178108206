package fr.medecinproche.territory;

import jakarta.persistence.Embeddable;

/**
 * A point of the globe, WGS84, in decimal degrees.
 *
 * @param latitude north of the equator, from -90 to 90
 * @param longitude east of Greenwich, from -180 to 180
 */
@Embeddable
public record GeoPoint(double latitude, double longitude) {

	private static final double EARTH_RADIUS_KM = 6371;

	/**
	 * Refuses what is not on the globe.
	 * @throws IllegalArgumentException if a coordinate is out of bounds or not a number
	 */
	public GeoPoint {
		if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
			throw new IllegalArgumentException("Not on the globe: " + latitude + ", " + longitude);
		}
	}

	/**
	 * The distance as the crow flies, by the haversine formula.
	 * @param other the other point
	 * @return kilometres
	 */
	public double distanceTo(GeoPoint other) {
		double halfHeight = Math.sin(Math.toRadians(other.latitude - this.latitude) / 2);
		double halfWidth = Math.sin(Math.toRadians(other.longitude - this.longitude) / 2);
		double haversine = halfHeight * halfHeight + Math.cos(Math.toRadians(this.latitude))
				* Math.cos(Math.toRadians(other.latitude)) * halfWidth * halfWidth;
		return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
	}

	/**
	 * The smallest box, sides along the meridians and parallels, that holds every point
	 * within a distance: for a search by index before the exact distance is computed.
	 * Meant for mainland France, not for the poles or the 180th meridian.
	 * @param km the distance in kilometres, positive
	 * @return the box
	 */
	public BoundingBox boundingBox(double km) {
		double angle = km / EARTH_RADIUS_KM;
		double height = Math.toDegrees(angle);
		// The widest point of a circle drawn on the globe lies poleward of its centre.
		double width = Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(this.latitude))));
		return new BoundingBox(this.latitude - height, this.latitude + height, this.longitude - width,
				this.longitude + width);
	}

	/**
	 * A box between two parallels and two meridians.
	 *
	 * @param south the least latitude
	 * @param north the greatest latitude
	 * @param west the least longitude
	 * @param east the greatest longitude
	 */
	public record BoundingBox(double south, double north, double west, double east) {

		/**
		 * Whether a point is inside or on the edge.
		 * @param point the point
		 * @return {@code true} if it is
		 */
		public boolean contains(GeoPoint point) {
			return this.south <= point.latitude && point.latitude <= this.north && this.west <= point.longitude
					&& point.longitude <= this.east;
		}

	}

}
