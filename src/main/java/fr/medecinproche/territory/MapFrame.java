package fr.medecinproche.territory;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * The part of the region's drawing that a map shows.
 *
 * @param left its left edge, in units of {@link RegionDrawing}
 * @param top its upper edge
 * @param width how wide it is
 * @param height how high it is
 */
public record MapFrame(long left, long top, long width, long height) {

	private static final Pattern STEP = Pattern.compile("([Ml ]?)(-?\\d+) ?(-?\\d+)");

	/** Some twenty kilometres: what is nearer still is not told apart by the contours. */
	private static final long NARROWEST = 90;

	/**
	 * The frame around a contour, with a margin.
	 * @param contour an SVG path made of absolute starts and relative lines
	 * @return the frame
	 */
	public static MapFrame around(String contour) {
		var bounds = Bounds.of(contour);
		long margin = bounds.size() / 20 + 1;
		return new MapFrame(bounds.left - margin, bounds.top - margin, bounds.width() + 2 * margin,
				bounds.height() + 2 * margin);
	}

	/**
	 * The frame around some points, with a margin, three high for four wide.
	 * @param points at least one
	 * @return the frame
	 */
	public static MapFrame around(Collection<GeoPoint> points) {
		var bounds = Bounds.EMPTY;
		for (var point : points) {
			bounds = bounds.with(RegionDrawing.x(point.longitude()), RegionDrawing.y(point.latitude()));
		}
		long wanted = Math.max(NARROWEST, Math.max(bounds.width(), bounds.height() * 4 / 3) * 5 / 4);
		long height = wanted * 3 / 4;
		return new MapFrame((bounds.left + bounds.right - wanted) / 2, (bounds.top + bounds.bottom - height) / 2,
				wanted, height);
	}

	/** The attribute of the SVG drawing. */
	public String viewBox() {
		return "%d %d %d %d".formatted(this.left, this.top, this.width, this.height);
	}

	/**
	 * A hundredth of the longer side: what is drawn in it looks the same on every map.
	 */
	public double unit() {
		return Math.max(this.width, this.height) / 100.0;
	}

	public long x(GeoPoint point) {
		return RegionDrawing.x(point.longitude());
	}

	public long y(GeoPoint point) {
		return RegionDrawing.y(point.latitude());
	}

	/**
	 * Whether some of a contour may be seen.
	 * @param contour an SVG path made of absolute starts and relative lines
	 * @return {@code false} when none of it is inside
	 */
	public boolean meets(String contour) {
		var bounds = Bounds.of(contour);
		return bounds.left <= this.left + this.width && this.left <= bounds.right
				&& bounds.top <= this.top + this.height && this.top <= bounds.bottom;
	}

	private record Bounds(long left, long right, long top, long bottom) {

		private static final Bounds EMPTY = new Bounds(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);

		static Bounds of(String contour) {
			var bounds = EMPTY;
			long x = 0;
			long y = 0;
			var steps = STEP.matcher(contour);
			while (steps.find()) {
				boolean start = steps.group(1).equals("M");
				x = Long.parseLong(steps.group(2)) + (start ? 0 : x);
				y = Long.parseLong(steps.group(3)) + (start ? 0 : y);
				bounds = bounds.with(x, y);
			}
			return bounds;
		}

		Bounds with(long x, long y) {
			return new Bounds(Math.min(this.left, x), Math.max(this.right, x), Math.min(this.top, y),
					Math.max(this.bottom, y));
		}

		long width() {
			return this.right - this.left;
		}

		long height() {
			return this.bottom - this.top;
		}

		long size() {
			return Math.max(width(), height());
		}

	}

}
