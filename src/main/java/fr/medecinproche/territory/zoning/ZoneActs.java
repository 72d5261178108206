package fr.medecinproche.territory.zoning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The acts of which changes to the list are made, by hand or from a file, in the
 * transaction of whoever makes them.
 */
@Component
class ZoneActs {

	private final ZonePeriods periods;

	private final ZoneRows rows;

	private final RetirementEffects effects;

	private final JdbcClient jdbc;

	private final Journal journal;

	ZoneActs(ZonePeriods periods, ZoneRows rows, RetirementEffects effects, JdbcClient jdbc, Journal journal) {
		this.periods = periods;
		this.rows = rows;
		this.effects = effects;
		this.jdbc = jdbc;
		this.journal = journal;
	}

	/** Holds the list: whoever changes it next waits. Returns its new edition. */
	long hold() {
		return this.periods.hold();
	}

	/** A zone begins, for the first time or again. */
	void add(ZoneLine zone, String source, long account) {
		var day = Objects.requireNonNull(zone.day());
		this.rows.write(zone, source);
		this.periods.begin(zone.siren(), day, account);
		note("zone.added", zone.siren(), day);
	}

	/** What is known of a zone changes. */
	void describe(ZoneLine zone, String source) {
		this.rows.write(zone, source);
	}

	/** What is known of communes changes. */
	void describe(List<CommuneLine> communes) {
		this.rows.write(communes);
	}

	/**
	 * A zone ends.
	 * @throws TerritoryRefusedException when half-days or patients are to come from that
	 * day on
	 */
	void retire(String siren, LocalDate day, long account) {
		this.periods.hold(siren);
		if (this.effects.of(siren, day).stands()) {
			throw new TerritoryRefusedException(Reason.HALF_DAYS_COMING);
		}
		this.periods.end(siren, day, account);
		note("zone.retired", siren, day);
	}

	/** An announced end is taken back. */
	void goOn(String siren, ZonePeriods.ZonePeriod period) {
		this.periods.goOn(period.id());
		note("zone.kept", siren, Objects.requireNonNull(period.endsOn()));
	}

	void bringInStep() {
		this.periods.bringInStep();
	}

	private void note(String action, String siren, LocalDate day) {
		var zone = this.jdbc.sql("select nom_ars, departement from intercommunalite where siren = ?")
			.param(siren)
			.query(Named.class)
			.single();
		this.journal.note(new Act(action, "zone:" + siren, zone.nomArs(), zone.departement(), day.toString()));
	}

	private record Named(String nomArs, String departement) {
	}

}
