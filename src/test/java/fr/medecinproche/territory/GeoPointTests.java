package fr.medecinproche.territory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class GeoPointTests {

	private static final GeoPoint TOULOUSE = new GeoPoint(43.6045, 1.4440);

	private static final GeoPoint SAINT_GIRONS = new GeoPoint(42.9847, 1.1463);

	@Test
	void toulouse_is_73_km_from_saint_girons_in_both_directions() {
		assertThat(TOULOUSE.distanceTo(SAINT_GIRONS)).isEqualTo(73.02, within(0.1));
		assertThat(SAINT_GIRONS.distanceTo(TOULOUSE)).isEqualTo(TOULOUSE.distanceTo(SAINT_GIRONS));
	}

	@Test
	void a_degree_of_latitude_is_111_km_and_a_point_is_at_no_distance_from_itself() {
		assertThat(new GeoPoint(43, 1).distanceTo(new GeoPoint(44, 1))).isEqualTo(111.19, within(0.01));
		assertThat(TOULOUSE.distanceTo(TOULOUSE)).isZero();
	}

	@Test
	void the_box_around_a_point_holds_all_that_is_near_and_little_more() {
		var box = TOULOUSE.boundingBox(40);
		for (int bearing = 0; bearing < 360; bearing++) {
			assertThat(box.contains(at(39.99, bearing))).as("39.99 km at %s°", bearing).isTrue();
		}
		assertThat(box.contains(at(40.1, 0))).isFalse();
		assertThat(box.contains(at(40.1, 90))).isFalse();
		assertThat(box.contains(at(40.1, 180))).isFalse();
		assertThat(box.contains(at(40.1, 270))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "90.1,0", "-90.1,0", "0,180.1", "0,-180.1", "NaN,0", "0,NaN" })
	void refuses_what_is_not_on_the_globe(double latitude, double longitude) {
		assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(latitude, longitude));
	}

	private static GeoPoint at(double km, double bearing) {
		double angle = km / 6371;
		double from = Math.toRadians(TOULOUSE.latitude());
		double direction = Math.toRadians(bearing);
		double latitude = Math
			.asin(Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(direction));
		double longitude = Math.atan2(Math.sin(direction) * Math.sin(angle) * Math.cos(from),
				Math.cos(angle) - Math.sin(from) * Math.sin(latitude));
		return new GeoPoint(Math.toDegrees(latitude), TOULOUSE.longitude() + Math.toDegrees(longitude));
	}

}
