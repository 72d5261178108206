package fr.medecinproche.site.web;

import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads degrees as people type them.
 */
final class TypedPoint {

	private TypedPoint() {
	}

	/**
	 * Reads a point.
	 * @param latitude as typed
	 * @param longitude as typed
	 * @param otherwise the point meant when neither was
	 * @return the point, or empty when what was typed is none
	 */
	static Optional<GeoPoint> read(@Nullable String latitude, @Nullable String longitude, GeoPoint otherwise) {
		if (!StringUtils.hasText(latitude) && !StringUtils.hasText(longitude)) {
			return Optional.of(otherwise);
		}
		try {
			return Optional.of(new GeoPoint(degrees(latitude), degrees(longitude)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static double degrees(@Nullable String typed) {
		return Double.parseDouble(Objects.requireNonNullElse(typed, "").strip().replace(',', '.'));
	}

}
