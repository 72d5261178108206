package fr.medecinproche.territory.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import fr.medecinproche.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What the reference files say, line by line.
 */
record ReferenceData(List<DepartementLine> departements, List<ZoneLine> zones, List<MemberLine> members,
		List<CommuneLine> communes, List<FormerNameLine> formerNames) {

	record DepartementLine(ReferenceLine line, String code, String nom, boolean inRegion, @Nullable String contour,
			Map<String, String> indicators) {
	}

	record ZoneLine(ReferenceLine line, String siren, String nom, String nomArs, String departement,
			List<String> departements, int population, int populationMunicipale, int communes, BigDecimal surfaceKm2,
			GeoPoint position, @Nullable String seat, String contour) {
	}

	record MemberLine(ReferenceLine line, String siren, String insee, String nom) {
	}

	record CommuneLine(ReferenceLine line, String insee, String nom, String departement, List<String> postalCodes,
			int population, GeoPoint position, boolean priority) {
	}

	record FormerNameLine(ReferenceLine line, String insee, String formerName) {
	}

}
