package fr.medecinproche.insight.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.territory.RegionDrawing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws the board: each zone in the shade of its class, with its letter, so that the
 * colour is never alone.
 */
@Component
class CoverageMaps {

	private final JdbcClient jdbc;

	CoverageMaps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The zones of a board by a measure, in the order of the board. */
	CoverageMap of(CoverageBoard board, Measure measure) {
		var values = new ArrayList<@Nullable Double>();
		board.rows().forEach((row) -> values.add(measure.of(row, board.today())));
		var bounds = measure
			.bounds(values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0));
		var outlines = outlines(board);
		var zones = new ArrayList<CoverageMap.Zone>();
		for (int i = 0; i < values.size(); i++) {
			zones.add(zone(board.rows().get(i), values.get(i), letter(values.get(i), measure, bounds), outlines));
		}
		return new CoverageMap(RegionDrawing.VIEW_BOX, departements(), zones, legend(measure, bounds, zones),
				values.stream().filter(Objects::isNull).count());
	}

	private static CoverageMap.Zone zone(CoverageBoard.Row row, @Nullable Double value, char letter,
			Map<String, Outline> outlines) {
		var outline = outlines.get(row.zone().siren());
		return (outline != null) ? new CoverageMap.Zone(row, value, letter, outline.contour(),
				RegionDrawing.x(outline.longitude()), RegionDrawing.y(outline.latitude()))
				: new CoverageMap.Zone(row, value, letter, null, 0, 0);
	}

	private static char letter(@Nullable Double value, Measure measure, List<Double> bounds) {
		return (value != null) ? measure.letter((int) bounds.stream().filter((bound) -> bound < value).count())
				: CoverageMap.Shade.NONE;
	}

	private static List<CoverageMap.Shade> legend(Measure measure, List<Double> bounds, List<CoverageMap.Zone> zones) {
		var legend = new ArrayList<CoverageMap.Shade>();
		for (int place = 0; place <= bounds.size(); place++) {
			char letter = measure.letter(place);
			var above = (place > 0) ? bounds.get(place - 1) : null;
			var upTo = (place < bounds.size()) ? bounds.get(place) : null;
			if (above == null || !above.equals(upTo)) {
				legend.add(new CoverageMap.Shade(letter, above, upTo,
						zones.stream().filter((zone) -> zone.letter() == letter).count()));
			}
		}
		legend.sort((one, other) -> Character.compare(one.letter(), other.letter()));
		return legend;
	}

	private List<String> departements() {
		return this.jdbc.sql("select contour from departement where contour is not null order by code")
			.query(String.class)
			.list();
	}

	/** Zones brought by a list have no outline, and not always a place. */
	private Map<String, Outline> outlines(CoverageBoard board) {
		var outlines = new HashMap<String, Outline>();
		this.jdbc.sql("""
				select siren, contour, latitude, longitude from intercommunalite
				where siren = any (:sirens) and contour is not null and latitude is not null""")
			.param("sirens", board.rows().stream().map((row) -> row.zone().siren()).toArray(String[]::new))
			.query(Outline.class)
			.list()
			.forEach((outline) -> outlines.put(outline.siren(), outline));
		return outlines;
	}

	/**
	 * How a zone is drawn.
	 */
	record Outline(String siren, String contour, double latitude, double longitude) {
	}

}
