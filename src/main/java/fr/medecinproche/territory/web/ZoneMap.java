package fr.medecinproche.territory.web;

import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.MapFrame;

/**
 * One zone drawn in the region's frame, seen from near.
 *
 * @param contour its path, made of absolute starts and relative lines
 */
record ZoneMap(String contour) {

	/** The frame around the zone, with a margin, as the attribute of an SVG drawing. */
	public String viewBox() {
		return frame().viewBox();
	}

	/** The radius of a point, the same on the screen for a small zone and a large one. */
	public double dot() {
		return frame().unit();
	}

	public long x(GeoPoint point) {
		return frame().x(point);
	}

	public long y(GeoPoint point) {
		return frame().y(point);
	}

	private MapFrame frame() {
		return MapFrame.around(this.contour);
	}

}
