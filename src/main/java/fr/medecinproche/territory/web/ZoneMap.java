package fr.medecinproche.territory.web;

import java.util.regex.Pattern;

import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.RegionDrawing;

/**
 * One zone drawn in the region's frame, seen from near.
 *
 * @param contour its path, made of absolute starts and relative lines
 */
record ZoneMap(String contour) {

	private static final Pattern STEP = Pattern.compile("([Ml ]?)(-?\\d+) ?(-?\\d+)");

	/** The frame around the zone, with a margin, as the attribute of an SVG drawing. */
	public String viewBox() {
		var bounds = bounds();
		long margin = size() / 20 + 1;
		return "%d %d %d %d".formatted(bounds.left - margin, bounds.top - margin,
				bounds.right - bounds.left + 2 * margin, bounds.bottom - bounds.top + 2 * margin);
	}

	/** The radius of a point, the same on the screen for a small zone and a large one. */
	public double dot() {
		return size() / 90.0;
	}

	public long x(GeoPoint point) {
		return RegionDrawing.x(point.longitude());
	}

	public long y(GeoPoint point) {
		return RegionDrawing.y(point.latitude());
	}

	private long size() {
		var bounds = bounds();
		return Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
	}

	private Bounds bounds() {
		var bounds = new Bounds(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
		long x = 0;
		long y = 0;
		var steps = STEP.matcher(this.contour);
		while (steps.find()) {
			boolean start = steps.group(1).equals("M");
			x = Long.parseLong(steps.group(2)) + (start ? 0 : x);
			y = Long.parseLong(steps.group(3)) + (start ? 0 : y);
			bounds = bounds.with(x, y);
		}
		return bounds;
	}

	private record Bounds(long left, long right, long top, long bottom) {

		Bounds with(long x, long y) {
			return new Bounds(Math.min(this.left, x), Math.max(this.right, x), Math.min(this.top, y),
					Math.max(this.bottom, y));
		}

	}

}
