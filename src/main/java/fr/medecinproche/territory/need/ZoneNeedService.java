package fr.medecinproche.territory.need;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records values of the criteria, and how much each counts. What was recorded before
 * stays. Nothing of this touches which zones are priority zones.
 */
@Service
@Transactional
public class ZoneNeedService {

	private final NeedFigures figures;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Journal journal;

	private final Clock clock;

	ZoneNeedService(NeedFigures figures, JdbcClient jdbc, JdbcTemplate batches, Journal journal, Clock clock) {
		this.figures = figures;
		this.jdbc = jdbc;
		this.batches = batches;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Records values of a zone the agent sees; those that say what is known are left out.
	 * @param zone the zone
	 * @param entries at most one of each criterion
	 * @param seen the number of the last value the agent saw, 0 for none
	 * @param account the agent
	 * @return how many were new
	 * @throws TerritoryRefusedException when somebody recorded another meanwhile
	 */
	public int record(Intercommunalite zone, Collection<NeedEntry> entries, long seen, long account) {
		hold();
		if (this.figures.last(zone.getSiren()) != seen) {
			throw new TerritoryRefusedException(Reason.NEED_CHANGED);
		}
		var known = this.figures.of(zone.getSiren());
		var fresh = entries.stream().filter((entry) -> !entry.repeats(known.get(entry.criterion()))).toList();
		write(zone.getSiren(), fresh, account);
		if (!fresh.isEmpty()) {
			this.journal.note(new Act("need.recorded", "zone:" + zone.getSiren(), zone.getNomArs(),
					zone.getDepartement().getCode(), words(fresh)));
		}
		return fresh.size();
	}

	private static String words(List<NeedEntry> entries) {
		return entries.stream()
			.map((entry) -> entry.criterion() + " = " + entry.value() + " (" + entry.year() + ", " + entry.source()
					+ ")")
			.collect(Collectors.joining("; "));
	}

	/** Whoever records values waits for whoever else does, however many zones. */
	void hold() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('zone_need'))").query().listOfRows();
	}

	void write(String siren, List<NeedEntry> entries, long account) {
		var now = Timestamp.from(this.clock.instant());
		this.batches.batchUpdate("""
				insert into zone_need (siren, criterion, value, year, source, recorded_by, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?)""",
				entries.stream()
					.map((entry) -> new @Nullable Object[] { siren, entry.criterion().name(), entry.value(),
							entry.year(), entry.source(), account, now })
					.toList());
	}

	/**
	 * Decides how much each criterion counts.
	 * @param region the region, or null for the whole country
	 * @param weights parts of a hundred
	 * @param seen the number of the weights the agent saw
	 * @param account the agent
	 * @throws IllegalArgumentException when they do not add up to a hundred
	 * @throws TerritoryRefusedException when somebody decided others meanwhile
	 */
	public void weigh(@Nullable String region, NeedWeights weights, long seen, long account) {
		if (weights.sum() != 100) {
			throw new IllegalArgumentException("weights are parts of a hundred");
		}
		hold();
		var before = this.figures.weights(region);
		if (before.id() != seen) {
			throw new TerritoryRefusedException(Reason.NEED_CHANGED);
		}
		if (before.weights().equals(weights)) {
			return;
		}
		this.jdbc.sql("""
				insert into need_weights (region, access, young_doctors, long_illness, emergency, living_standard,
				  recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(region, weights.access(), weights.youngDoctors(), weights.longIllness(), weights.emergency(),
					weights.livingStandard(), account, Timestamp.from(this.clock.instant()))
			.update();
		this.journal.note(new Act("need.weighed", "need.weights:" + ((region != null) ? region : "FR"),
				(region != null) ? region : "France", null, before.weights() + " → " + weights));
	}

}
