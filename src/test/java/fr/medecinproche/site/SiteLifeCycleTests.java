package fr.medecinproche.site;

import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.site.preparation.Party;
import fr.medecinproche.site.preparation.PreparationService;
import fr.medecinproche.site.preparation.ReadinessItem;
import fr.medecinproche.site.preparation.ReadinessNote;
import fr.medecinproche.site.preparation.ReadinessState;
import fr.medecinproche.site.preparation.SitePreparation;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.site.SiteStatus.CLOSED;
import static fr.medecinproche.site.SiteStatus.IDENTIFIED;
import static fr.medecinproche.site.SiteStatus.OPEN;
import static fr.medecinproche.site.SiteStatus.PREPARING;
import static fr.medecinproche.site.SiteStatus.READY;
import static fr.medecinproche.site.SiteStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class SiteLifeCycleTests {

	/** Written again, by hand: the table of the enum is what is tested. */
	private static final Map<SiteStatus, Set<SiteStatus>> ALLOWED = Map.of(IDENTIFIED, Set.of(PREPARING, CLOSED),
			PREPARING, Set.of(READY, CLOSED), READY, Set.of(PREPARING, OPEN, CLOSED), OPEN, Set.of(SUSPENDED, CLOSED),
			SUSPENDED, Set.of(OPEN, CLOSED), CLOSED, Set.of());

	@Autowired
	SiteService service;

	@Autowired
	PreparationService preparation;

	@Autowired
	SitePreparation checklist;

	@Autowired
	SiteHistory history;

	@Autowired
	ConsultationSites sites;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void only_the_moves_of_the_table_are_made_by_the_service_and_by_sql() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC).getId();
		for (var from : SiteStatus.values()) {
			for (var to : SiteStatus.values()) {
				boolean allowed = ALLOWED.get(from).contains(to);
				put(site, from);
				assertThat(servedMove(site, to)).as("service, %s to %s", from, to).isEqualTo(allowed);
				put(site, from);
				assertThat(plainMove(site, to)).as("SQL, %s to %s", from, to).isEqualTo(allowed || from == to);
			}
		}
	}

	/** Behind everybody's back, triggers included. */
	private void put(long site, SiteStatus status) {
		this.jdbc
			.sql("set session_replication_role = replica; update consultation_site set status = '" + status
					+ "' where id = " + site + "; set session_replication_role = default")
			.update();
	}

	private boolean servedMove(long site, SiteStatus to) {
		try {
			switch (to) {
				case PREPARING -> this.service.prepare(site, null);
				case READY -> this.service.declareReady(site, null);
				case OPEN -> this.service.open(site, null);
				case SUSPENDED -> this.service.suspend(site, null);
				case CLOSED -> this.service.close(site, null, new ComingVisits(0, 0, 0));
				case IDENTIFIED -> {
					return false;
				}
			}
			return status(site) == to;
		}
		catch (SiteRefusedException ex) {
			return false;
		}
	}

	private boolean plainMove(long site, SiteStatus to) {
		try {
			return this.jdbc.sql("update consultation_site set status = ? where id = ?")
				.params(to.name(), site)
				.update() == 1;
		}
		catch (DataIntegrityViolationException ex) {
			assertThat(ex).hasMessageContaining("does not go from");
			return false;
		}
	}

	private SiteStatus status(long site) {
		return this.sites.findById(site, null).orElseThrow().getStatus();
	}

	@Test
	void a_site_is_ready_once_nothing_every_site_must_have_is_missing() {
		var site = this.scenario.preparingSite("Maison", Scenario.MARCIAC).getId();
		// the description says the way in and the keys, not where to park
		assertThat(this.checklist.missing(site)).containsExactly(ReadinessItem.ROOM, ReadinessItem.TABLE,
				ReadinessItem.CARD_READER, ReadinessItem.SOFTWARE, ReadinessItem.INTERNET, ReadinessItem.ACCESS,
				ReadinessItem.CONTACT);
		for (var item : this.checklist.missing(site)) {
			assertThatExceptionOfType(SiteRefusedException.class)
				.isThrownBy(() -> this.service.declareReady(site, null))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_READY));
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.jdbc.sql("update consultation_site set status = 'READY' where id = ?")
					.param(site)
					.update())
				.withMessageContaining("is not ready");
			this.preparation.done(site, item);
		}
		this.service.declareReady(site, null);
		assertThat(status(site)).isEqualTo(READY);
		this.service.open(site, null);
		assertThat(this.history.of(site)).extracting(SiteHistory.Step::toStatus)
			.containsExactly(OPEN, READY, PREPARING);
	}

	@Test
	void what_is_no_longer_ready_sends_a_ready_site_back_to_preparation() {
		var site = this.scenario.preparingSite("Maison", Scenario.MARCIAC);
		this.scenario.ready(site);
		this.preparation.note(site.getId(), ReadinessItem.ROOM,
				new ReadinessNote(ReadinessState.IN_PROGRESS, Party.COMMUNE, "Mme Duprat", null, "Fuite d’eau"));
		assertThat(status(site.getId())).isEqualTo(PREPARING);
		var line = this.checklist.of(site.getId(), ReadinessItem.ROOM).orElseThrow();
		assertThat(line.responsible()).isEqualTo("Mme Duprat");
		assertThat(line.party()).isEqualTo(Party.COMMUNE);
		assertThat(line.missing()).isTrue();
	}

	@Test
	void doing_without_what_every_site_must_have_needs_a_reason() {
		var site = this.scenario.preparingSite("Maison", Scenario.MARCIAC).getId();
		var without = new ReadinessNote(ReadinessState.NOT_NEEDED, Party.AGENCY, null, null, null);
		assertThatExceptionOfType(SiteRefusedException.class)
			.isThrownBy(() -> this.preparation.note(site, ReadinessItem.CARD_READER, without))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_NEEDED_WITHOUT_REASON));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into site_readiness (site_id, item, state, party, changed_at)
				values (?, 'CARD_READER', 'NOT_NEEDED', 'AGENCY', now())""").param(site).update());
		this.preparation.note(site, ReadinessItem.LODGING, without);
		this.preparation.note(site, ReadinessItem.CARD_READER,
				new ReadinessNote(ReadinessState.NOT_NEEDED, Party.AGENCY, null, null, "Le médecin apporte le sien"));
		assertThat(this.checklist.missing(site)).doesNotContain(ReadinessItem.CARD_READER);
	}

	@Test
	void patients_see_only_sites_that_were_open() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		for (var status : List.of(IDENTIFIED, PREPARING, READY)) {
			put(site.getId(), status);
			assertThat(this.sites.findPublished(site.getSlug())).as("%s", status).isEmpty();
		}
		for (var status : List.of(OPEN, SUSPENDED, CLOSED)) {
			put(site.getId(), status);
			assertThat(this.sites.findPublished(site.getSlug())).as("%s", status).isPresent();
		}
	}

}
