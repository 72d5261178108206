package fr.medecinproche.site.stop;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.Place;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A bus at home in Marciac that stops in Plaisance, some fifteen kilometres away. */
@ApplicationTest
class SiteStopTests {

	private static final String STOP = "Parking du stade";

	@Autowired
	StopService service;

	@Autowired
	SiteStops stops;

	@Autowired
	Communes communes;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	AvailabilityService availability;

	@Autowired
	Scenario scenario;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite bus;

	@BeforeEach
	void aBus() {
		this.database.clean();
		this.bus = this.scenario.openBus("Médicobus du Gers", Scenario.MARCIAC);
	}

	private void stopsAt(String insee, DayPart... periods) {
		this.service.plan(this.bus.getId(), List.of(TUESDAY), Set.of(periods), place(insee, STOP));
	}

	private StopPlace place(String insee, String address) {
		var commune = this.communes.findById(insee).orElseThrow();
		return new StopPlace(commune, address, commune.getPostalCodes().getFirst(), commune.getPosition());
	}

	private HalfDaySlot morning() {
		return this.slots.findById(this.scenario.halfDay(this.bus, HalfDay.morningOf(TUESDAY)).getId()).orElseThrow();
	}

	@Test
	void a_half_day_needs_a_stop_and_takes_place_there() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(this::morning)
			.withMessageContaining("stops nowhere");
		stopsAt(Scenario.PLAISANCE, DayPart.MORNING);
		assertThat(morning().getPlace().inFull()).isEqualTo(STOP + ", 32160\u00a0Plaisance");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.scenario.halfDay(this.bus, HalfDay.afternoonOf(TUESDAY)));
		var house = this.scenario.openSite("Maison", Scenario.MARCIAC);
		assertThat(this.scenario.halfDay(house, HalfDay.morningOf(TUESDAY)).getPlace()).isEqualTo(house.getPlace());
	}

	@Test
	void a_stop_is_in_the_zone_of_a_site_that_travels() {
		assertThatExceptionOfType(SiteRefusedException.class)
			.isThrownBy(() -> stopsAt(Scenario.LE_VIGAN, DayPart.MORNING))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.STOP_OUTSIDE_ZONE));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into site_stop (site_id, day, period, commune, address, postal_code, latitude, longitude)
				values (?, '2027-01-12', 'MORNING', '30350', 'x', '30120', 44, 3)""").param(this.bus.getId()).update())
			.withMessageContaining("not in the zone");
		var house = this.scenario.openSite("Maison", Scenario.MARCIAC);
		assertThatExceptionOfType(SiteRefusedException.class)
			.isThrownBy(() -> this.service.plan(house.getId(), List.of(TUESDAY), EnumSet.allOf(DayPart.class),
					place(Scenario.PLAISANCE, STOP)))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_ITINERANT));
	}

	@Test
	void an_open_half_day_moves_with_its_stop_and_keeps_it() {
		stopsAt(Scenario.PLAISANCE, DayPart.MORNING);
		var slot = morning().getId();
		this.service.plan(this.bus.getId(), List.of(TUESDAY), Set.of(DayPart.MORNING),
				place(Scenario.MARCIAC, "Place du Chapitre"));
		assertThat(this.slots.findById(slot).orElseThrow().getPlace().inFull())
			.isEqualTo("Place du Chapitre, 32230\u00a0Marciac");
		var stop = this.stops.of(this.bus.getId(), TUESDAY, TUESDAY.plusDays(1)).getFirst().getId();
		assertThatExceptionOfType(SiteRefusedException.class)
			.isThrownBy(() -> this.service.cancel(this.bus.getId(), stop))
			.satisfies((ex) -> assertThat(ex.getArguments()).containsExactly(1, 0));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from site_stop where id = ?").param(stop).update())
			.withMessageContaining("somebody is expected");
		this.scheduling.close(slot);
		this.service.cancel(this.bus.getId(), stop);
		assertThat(this.slots.findById(slot).orElseThrow().getPlace().town()).as("where it would have been")
			.isEqualTo("Marciac");
	}

	@Test
	void where_a_doctor_and_patients_are_expected_a_stop_stays() {
		stopsAt(Scenario.PLAISANCE, DayPart.MORNING);
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), this.bus, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Jean", "Castan"));
		assertThatExceptionOfType(SiteRefusedException.class).isThrownBy(() -> this.service.plan(this.bus.getId(),
				List.of(TUESDAY), Set.of(DayPart.MORNING), place(Scenario.MARCIAC, "Place du Chapitre")))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.STOP_EXPECTED);
				assertThat(ex.getArguments()).containsExactly(1, 1);
			});
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update site_stop set address = 'ailleurs'").update())
			.withMessageContaining("somebody is expected");
		stopsAt(Scenario.PLAISANCE, DayPart.MORNING, DayPart.AFTERNOON);
		this.scheduling.close(slot.getId());
		this.service.plan(this.bus.getId(), List.of(TUESDAY), Set.of(DayPart.MORNING),
				place(Scenario.MARCIAC, "Place du Chapitre"));
	}

	@Test
	void a_search_finds_the_bus_where_it_stops_and_not_where_it_sleeps() {
		stopsAt(Scenario.PLAISANCE, DayPart.MORNING);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), this.bus, HalfDay.morningOf(TUESDAY));
		var plaisance = this.communes.findById(Scenario.PLAISANCE).orElseThrow().getPosition();
		var marciac = this.communes.findById(Scenario.MARCIAC).orElseThrow().getPosition();
		var near = this.availability.near(plaisance, 5, VisitKind.CONSULTATION, Asker.by(Channel.WEB), 3,
				PageRequest.of(0, 10));
		assertThat(near.getContent()).singleElement().satisfies((found) -> {
			assertThat(found.place().town()).isEqualTo("Plaisance");
			assertThat(found.distance()).isLessThan(1);
		});
		assertThat(this.availability.near(marciac, 5, VisitKind.CONSULTATION, Asker.by(Channel.WEB), 3,
				PageRequest.of(0, 10)))
			.isEmpty();
		get("/recherche?communeCode=" + Scenario.PLAISANCE).says("Médicobus du Gers", STOP)
			.has("a.map__pin[href^='#place-" + this.bus.getId() + "-']");
		get("/lieux/" + this.bus.getSlug()).says("Ce lieu se déplace", STOP).doesNotSay("1 place de la Mairie");
	}

	@Test
	void patients_and_doctor_are_written_where_the_bus_stops() {
		stopsAt(Scenario.PLAISANCE, DayPart.MORNING);
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), this.bus, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(this.slots.findById(slot.getId()).orElseThrow(), LocalTime.of(9, 20),
				Scenario.patient("Jean", "Castan"));
		var written = this.jdbc
			.sql("select body_text || coalesce(body_html, '') || coalesce(calendar, '') from outbox_message")
			.query(String.class)
			.list();
		assertThat(written).hasSizeGreaterThanOrEqualTo(2)
			.filteredOn((text) -> text.contains("Marciac") || text.contains("place de la Mairie"))
			.as("nobody is sent to where the bus sleeps")
			.isEmpty();
		assertThat(written).filteredOn((text) -> text.contains(STOP)).hasSizeGreaterThanOrEqualTo(2);
	}

	private PageAssertions get(String uri) {
		return page(this.mvc.get().uri(uri).exchange()).isSound();
	}

}
