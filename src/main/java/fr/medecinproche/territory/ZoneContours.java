package fr.medecinproche.territory;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outlines of the priority zones, for maps.
 */
@Component
public class ZoneContours {

	/** No zone reaches farther from its middle. */
	private static final double REACH_KM = 60;

	private final JdbcClient jdbc;

	ZoneContours(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One zone.
	 * @param siren its number
	 * @return its outline, as an SVG path in the region's drawing; empty for a zone that
	 * came without one
	 */
	public Optional<String> of(String siren) {
		return this.jdbc.sql("select contour from intercommunalite where siren = ? and contour is not null")
			.param(siren)
			.query(String.class)
			.optional();
	}

	/**
	 * The priority zones that a map shows some of.
	 * @param centre what the map is about
	 * @param km how far it reaches from there
	 * @param frame what it shows
	 * @return their outlines, as SVG paths in the region's drawing
	 */
	public List<String> within(GeoPoint centre, double km, MapFrame frame) {
		var box = centre.boundingBox(km + REACH_KM);
		return this.jdbc.sql("""
				select contour from intercommunalite where priority and contour is not null
				  and latitude between :south and :north and longitude between :west and :east order by siren""")
			.param("south", box.south())
			.param("north", box.north())
			.param("west", box.west())
			.param("east", box.east())
			.query(String.class)
			.list()
			.stream()
			.filter(frame::meets)
			.toList();
	}

}
