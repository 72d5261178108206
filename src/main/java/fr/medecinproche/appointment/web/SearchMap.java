package fr.medecinproche.appointment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.medecinproche.appointment.SiteOffers;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.MapFrame;
import fr.medecinproche.territory.ZoneContours;

/**
 * The sites of a page of the search, around where the patient lives.
 *
 * @param frame what the map shows
 * @param zones the outlines of the zones in sight
 * @param home the name of the patient's commune
 * @param x where the patient's commune is drawn, from the left
 * @param y where it is drawn, from the top
 * @param pins the sites, in the order of the list
 */
record SearchMap(MapFrame frame, List<String> zones, String home, long x, long y, List<Pin> pins) {

	/** How wide a pin is, in units of the frame. */
	private static final double PIN = 8;

	/**
	 * Draws what was found.
	 * @param lives where the patient lives
	 * @param found the sites of the page, at least one
	 * @param contours draws the zones
	 * @return the map
	 */
	static SearchMap of(Commune lives, List<SiteOffers> found, ZoneContours contours) {
		var here = lives.getPosition();
		var points = Stream.concat(Stream.of(here), found.stream().map((near) -> near.place().position())).toList();
		var frame = MapFrame.around(points);
		double farthest = found.stream().mapToDouble(SiteOffers::distance).max().orElse(0);
		return new SearchMap(frame, contours.within(here, farthest, frame), lives.getNom(), frame.x(here),
				frame.y(here), pins(found, frame));
	}

	private static List<Pin> pins(List<SiteOffers> found, MapFrame frame) {
		var pins = new ArrayList<Pin>();
		for (var near : found) {
			var site = near.site();
			var position = near.place().position();
			pins.add(Pin.beside(pins,
					new Pin(pins.size() + 1, near.key(), site.getNom(), frame.x(position), frame.y(position)),
					frame.unit() * PIN));
		}
		return pins;
	}

	/**
	 * On which side of its point the name of the commune is written: towards the middle
	 * of the map when the point is near an edge.
	 * @return start, middle or end, as SVG calls them
	 */
	public String anchor() {
		double across = (this.x - this.frame.left()) / (double) this.frame.width();
		return (across < 0.25) ? "start" : (across > 0.75) ? "end" : "middle";
	}

	/**
	 * A site on the map.
	 *
	 * @param number its place in the list, from 1
	 * @param key what tells its place in the list
	 * @param nom its name
	 * @param x from the left
	 * @param y from the top
	 */
	record Pin(int number, String key, String nom, long x, long y) {

		/** Two sites of one town would hide each other: the second moves aside. */
		static Pin beside(List<Pin> others, Pin pin, double width) {
			return others.stream().anyMatch((other) -> Math.hypot(other.x - pin.x, other.y - pin.y) < width / 2)
					? beside(others, new Pin(pin.number, pin.key, pin.nom, pin.x + Math.round(width), pin.y), width)
					: pin;
		}

	}

}
