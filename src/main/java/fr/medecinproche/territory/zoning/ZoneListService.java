package fr.medecinproche.territory.zoning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.territory.Siren;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the list of zones by hand, one zone at a time, from a day on.
 */
@Service
@Transactional
public class ZoneListService {

	private final ZonePeriods periods;

	private final KnownTerritory territory;

	private final ZoneActs acts;

	private final Clock clock;

	ZoneListService(ZonePeriods periods, KnownTerritory territory, ZoneActs acts, Clock clock) {
		this.periods = periods;
		this.territory = territory;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * A zone as somebody describes it.
	 *
	 * @param siren its number
	 * @param nom its official name
	 * @param departements its departments, the main one first
	 * @param population its inhabitants, double counts included
	 * @param populationMunicipale its inhabitants
	 * @param source where the populations come from
	 */
	public record NewZone(Siren siren, String nom, List<String> departements, int population, int populationMunicipale,
			String source) {
	}

	/**
	 * Adds a zone, or makes one that has ended a zone again.
	 * @param zone what it is
	 * @param from its first day, today at the earliest
	 * @param perimeter what the agent sees
	 * @param account the agent
	 * @throws TerritoryRefusedException when it is one already, the day is past, or it
	 * lies elsewhere
	 */
	public void add(NewZone zone, LocalDate from, @Nullable String perimeter, long account) {
		this.acts.hold();
		var siren = zone.siren().value();
		if (from.isBefore(LocalDate.now(this.clock))) {
			throw new TerritoryRefusedException(Reason.DAY_PAST);
		}
		if (this.periods.standing(siren).isPresent()) {
			throw new TerritoryRefusedException(Reason.ALREADY_ZONE);
		}
		var known = this.territory.zones(LocalDate.now(this.clock)).get(siren);
		var main = zone.departements().getFirst();
		var within = this.territory.departementsWithin(perimeter);
		if (!within.contains(main) || (known != null && !within.contains(known.departement()))
				|| !this.territory.departements().containsAll(zone.departements())) {
			throw new TerritoryRefusedException(Reason.DEPARTEMENT_OUT_OF_SIGHT);
		}
		this.acts.add(new ZoneLine(ZoneLine.Act.ADD, siren, zone.nom(), (known != null) ? known.nomArs() : zone.nom(),
				main, zone.departements(), zone.population(), zone.populationMunicipale(),
				(known != null) ? known.latitude() : null, (known != null) ? known.longitude() : null,
				(known != null) ? known.seat() : null, from), zone.source(), account);
		this.acts.bringInStep();
	}

	/**
	 * Ends a zone the agent sees.
	 * @param siren the zone
	 * @param from the first day it no longer is one, today at the earliest
	 * @param perimeter what the agent sees
	 * @param account the agent
	 * @throws TerritoryRefusedException when its main department is out of sight, it is
	 * none, its end is known already, the day is past, or half-days or patients are still
	 * to come from that day on: closing them first is what tells doctors and patients
	 */
	public void retire(String siren, LocalDate from, @Nullable String perimeter, long account) {
		this.acts.hold();
		checkInSight(siren, perimeter);
		if (from.isBefore(LocalDate.now(this.clock))) {
			throw new TerritoryRefusedException(Reason.DAY_PAST);
		}
		this.periods.standing(siren)
			.filter((period) -> period.endsOn() == null)
			.orElseThrow(() -> new TerritoryRefusedException(Reason.ALREADY_RETIRED));
		this.acts.retire(siren, from, account);
		this.acts.bringInStep();
	}

	/**
	 * Takes an announced end back.
	 * @param siren a zone the agent sees
	 * @param perimeter what the agent sees
	 * @throws TerritoryRefusedException when its main department is out of sight, no end
	 * is announced, or it is past
	 */
	public void goOn(String siren, @Nullable String perimeter) {
		this.acts.hold();
		checkInSight(siren, perimeter);
		var period = this.periods.standing(siren)
			.filter((standing) -> standing.endsOn() != null)
			.orElseThrow(() -> new TerritoryRefusedException(Reason.NOT_RETIRED));
		this.acts.goOn(siren, period);
		this.acts.bringInStep();
	}

	/** A zone is decided about where its main department is, not by its neighbours. */
	private void checkInSight(String siren, @Nullable String perimeter) {
		var known = this.territory.zones(LocalDate.now(this.clock)).get(siren);
		if (known != null && !this.territory.departementsWithin(perimeter).contains(known.departement())) {
			throw new TerritoryRefusedException(Reason.DEPARTEMENT_OUT_OF_SIGHT);
		}
	}

}
