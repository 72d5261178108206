package fr.medecinproche.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.territory.CommuneIndex.Hit;

import org.springframework.stereotype.Service;

/**
 * Finds communes by what people type: a name of today or of old, its beginning, with
 * accents or without, "St" for "Saint", with a slip of the finger; a postal code; either
 * with the department, as "Plaisance (Gers)", "Plaisance 32" or "32160 Plaisance". What
 * makes no sense, however long or hostile, finds nothing.
 */
@Service
public class CommuneSearch {

	private static final int SUGGESTIONS = 8;

	private static final int CHOICES = 12;

	/** A postal code covers several dozen communes in the Pyrenees. */
	private static final int CHOICES_OF_A_POSTAL_CODE = 100;

	/** Fewer hits than this, none of them exact, may all be wrong. */
	private static final int FEW = 3;

	/** The widest communes of the region measure some twenty kilometres across. */
	private static final double IN_A_COMMUNE_KM = 12;

	private final CommuneIndex index;

	private final Communes communes;

	CommuneSearch(CommuneIndex index, Communes communes) {
		this.index = index;
		this.communes = communes;
	}

	/**
	 * The communes that may be meant, for suggestions while somebody types.
	 * @param typed anything
	 * @param limit how many at most
	 * @return exact names first, then names that begin so by population, then resembling
	 * ones
	 */
	public List<CommuneMatch> find(String typed, int limit) {
		var place = locate(TypedPlace.of(typed));
		if (!place.name().isEmpty()) {
			return matches(likely(place, limit));
		}
		var digits = place.postalCode();
		return (digits != null) ? matches(this.index.byPostalCode(digits, limit)) : List.of();
	}

	/**
	 * What was meant, for a page that has to know.
	 * @param typed anything
	 * @return the commune, or the choice to offer, or what may have been meant
	 */
	public CommuneAnswer understand(String typed) {
		var place = locate(TypedPlace.of(typed));
		if (place.name().isEmpty()) {
			var digits = place.postalCode();
			return (digits != null) ? ofPostalCode(digits) : new CommuneAnswer.Unknown(List.of());
		}
		var hits = this.index.byName(place, CHOICES);
		var exact = hits.stream().filter(Hit::exact).toList();
		if (hits.isEmpty()) {
			return new CommuneAnswer.Unknown(matches(likely(place, SUGGESTIONS)));
		}
		return answer(exact.isEmpty() ? hits : exact);
	}

	/**
	 * The commune somebody is in, or nearly: their commune's middle may be farther away
	 * than the neighbour's.
	 * @param point where they are; it is neither stored nor logged
	 * @return the commune whose middle is nearest, or empty far from every commune known
	 */
	public Optional<Commune> nearest(GeoPoint point) {
		return this.index.nearest(point, IN_A_COMMUNE_KM).flatMap(this.communes::findById);
	}

	/** The department somebody typed, in brackets or after the name, as its code. */
	private TypedPlace locate(TypedPlace place) {
		if (place.name().isEmpty() || (place.departement() == null && !this.index.byName(place, 1).isEmpty())) {
			return place;
		}
		return place.locatedBy(this.index.departements());
	}

	private List<Hit> likely(TypedPlace place, int limit) {
		var hits = this.index.byName(place, limit);
		if (hits.isEmpty() && place.isLocated()) {
			return likely(place.anywhere(), limit);
		}
		if (hits.size() >= FEW || hits.stream().anyMatch(Hit::exact)) {
			return hits;
		}
		var all = new LinkedHashMap<String, Hit>();
		hits.forEach((hit) -> all.put(hit.insee(), hit));
		this.index.byLikeness(place, limit).forEach((hit) -> all.putIfAbsent(hit.insee(), hit));
		return all.values().stream().limit(limit).toList();
	}

	private CommuneAnswer ofPostalCode(String digits) {
		if (digits.length() < 5) {
			return new CommuneAnswer.Unknown(matches(this.index.byPostalCode(digits, SUGGESTIONS)));
		}
		var hits = this.index.byPostalCode(digits, CHOICES_OF_A_POSTAL_CODE);
		// A CEDEX number shares its first digits with the post office around it.
		return hits.isEmpty()
				? new CommuneAnswer.Unknown(matches(this.index.byPostalCode(digits.substring(0, 3), SUGGESTIONS)))
				: answer(hits);
	}

	private CommuneAnswer answer(List<Hit> hits) {
		if (hits.size() > 1) {
			return new CommuneAnswer.Ambiguous(matches(hits));
		}
		return new CommuneAnswer.Found(this.communes.findById(hits.getFirst().insee()).orElseThrow());
	}

	private static List<CommuneMatch> matches(List<Hit> hits) {
		return hits.stream().map(Hit::match).toList();
	}

}
