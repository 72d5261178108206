package fr.medecinproche.waiting;

import java.util.List;
import java.util.Random;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.waiting.WaitingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The place in the order: with whom one waits, and how fast it is told.
 */
@ApplicationTest
class WaitingOrderTests {

	@Autowired
	WaitingService waiting;

	@Autowired
	WaitingAccess access;

	@Autowired
	WaitingOrder order;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private WaitingFixture people;

	@BeforeEach
	void twoSites() {
		this.database.clean();
		this.people = new WaitingFixture(this.waiting, this.communes, this.jdbc);
		this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.openSite("Hôpital du Vigan", Scenario.LE_VIGAN);
	}

	private WaitingOrder.Place place(Secret link) {
		return this.order.of(this.access.open(link).orElseThrow()).orElseThrow();
	}

	private Secret joins(int number, String insee, int radius) {
		return this.people.joins(person(number), insee, new WaitingWish(VisitKind.CONSULTATION, (short) radius, null));
	}

	@Test
	void counts_those_who_can_be_told_of_the_same_sites() {
		joins(0, Scenario.MARCIAC, 10);
		joins(1, Scenario.LE_VIGAN, 30);
		joins(2, Scenario.PLAISANCE, 10); // Marciac is farther
		var mine = joins(3, Scenario.PLAISANCE, 20);
		joins(4, Scenario.PLAISANCE, 60);
		assertThat(place(mine)).isEqualTo(new WaitingOrder.Place(2, 3));
	}

	@Test
	void has_no_place_to_tell_where_no_site_is_near() {
		var link = joins(0, Scenario.PLAISANCE, 10);
		assertThat(this.order.of(this.access.open(link).orElseThrow())).isEmpty();
	}

	@Test
	void people_who_joined_at_one_instant_have_different_places() {
		var links = List.of(joins(0, Scenario.PLAISANCE, 20), joins(1, Scenario.PLAISANCE, 20));
		assertThat(links).extracting((link) -> place(link).rank()).containsExactly(1, 2);
	}

	@Test
	void asks_as_many_questions_however_many_wait() {
		var mine = joins(0, Scenario.PLAISANCE, 20);
		var entry = this.access.open(mine).orElseThrow();
		int alone = QueryCount.of(() -> this.order.of(entry));
		this.jdbc
			.sql("""
					insert into waiting_entry (given_name, family_name, name_key, birth_date, phone, commune, regular_doctor,
					  for_relative, latitude, longitude, radius_km, kind, joined_at, expires_at)
					select 'Personne', n::text, 'personne ' || n, '1950-01-01', '+33639980000', insee, 'NO', false, latitude,
					  longitude, 20, 'CONSULTATION', '2027-01-05', '2027-04-05'
					from (select row_number() over () as n, insee, latitude, longitude from commune,
					  generate_series(1, 10)) many where n <= 30000""")
			.update();
		this.jdbc.sql("analyze waiting_entry").update();
		assertThat(QueryCount.of(() -> this.order.of(entry))).isEqualTo(alone).isEqualTo(2);
		assertThat(place(mine).rank()).isEqualTo(1);
	}

	@Test
	void the_database_counts_kilometres_as_the_application_does() {
		var random = new Random(1);
		for (int i = 0; i < 200; i++) {
			var one = new GeoPoint(42 + 3 * random.nextDouble(), -1 + 6 * random.nextDouble());
			var other = new GeoPoint(42 + 3 * random.nextDouble(), -1 + 6 * random.nextDouble());
			double km = this.jdbc.sql("select km_between(?, ?, ?, ?)")
				.params(one.latitude(), one.longitude(), other.latitude(), other.longitude())
				.query(Double.class)
				.single();
			assertThat(km).isCloseTo(one.distanceTo(other), within(1e-9));
		}
	}

}
