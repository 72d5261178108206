package fr.medecinproche.territory.reference;

import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.territory.RegionDrawing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contours of a GeoJSON file (RFC 7946) as SVG paths in the region's drawing.
 */
class Contours {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final String file;

	private final Map<String, String> paths = new HashMap<>();

	Contours(ReferenceFiles files, String file, String key) {
		this.file = file;
		try {
			for (JsonNode feature : MAPPER.readTree(files.text(file)).path("features")) {
				var name = feature.path("properties").path(key).asString("");
				if (this.paths.put(name, path(name, feature.path("geometry"))) != null) {
					throw new BrokenReferenceException(file, "draws " + name + " twice");
				}
			}
		}
		catch (JacksonException ex) {
			throw new BrokenReferenceException(file, "is not GeoJSON: " + ex.getOriginalMessage());
		}
	}

	String path(String name) {
		var path = this.paths.get(name);
		if (path == null) {
			throw new BrokenReferenceException(this.file, "does not draw " + name);
		}
		return path;
	}

	private String path(String name, JsonNode geometry) {
		var path = new StringBuilder();
		var coordinates = geometry.path("coordinates");
		switch (geometry.path("type").asString("")) {
			case "Polygon" -> coordinates.forEach((ring) -> draw(name, ring, path));
			case "MultiPolygon" -> coordinates.forEach((polygon) -> polygon.forEach((ring) -> draw(name, ring, path)));
			default -> throw new BrokenReferenceException(this.file, name + " is not drawn with polygons");
		}
		if (path.isEmpty()) {
			throw new BrokenReferenceException(this.file, "the contour of " + name + " is empty");
		}
		return path.toString();
	}

	/** Relative moves are several times shorter than absolute ones. */
	private void draw(String name, JsonNode ring, StringBuilder path) {
		if (ring.size() < 4 || !ring.get(0).equals(ring.get(ring.size() - 1))) {
			throw new BrokenReferenceException(this.file, "the contour of " + name + " is not closed");
		}
		var moves = new StringBuilder();
		long startX = x(name, ring.get(0));
		long startY = y(name, ring.get(0));
		long x = startX;
		long y = startY;
		for (JsonNode point : ring) {
			long nextX = x(name, point);
			long nextY = y(name, point);
			if (nextX != x || nextY != y) {
				moves.append(moves.isEmpty() ? "l" : " ").append(nextX - x).append(' ').append(nextY - y);
			}
			x = nextX;
			y = nextY;
		}
		if (!moves.isEmpty()) {
			path.append('M')
				.append(startX)
				.append(' ')
				.append(startY)
				.append(moves.toString().replace(" -", "-"))
				.append('z');
		}
	}

	private long x(String name, JsonNode point) {
		return inFrame(name, RegionDrawing.x(point.path(0).asDouble(Double.NaN)), RegionDrawing.WIDTH);
	}

	private long y(String name, JsonNode point) {
		return inFrame(name, RegionDrawing.y(point.path(1).asDouble(Double.NaN)), RegionDrawing.HEIGHT);
	}

	private long inFrame(String name, long value, long size) {
		if (value <= 0 || value > size) {
			throw new BrokenReferenceException(this.file, "the contour of " + name + " leaves the region");
		}
		return value;
	}

}
