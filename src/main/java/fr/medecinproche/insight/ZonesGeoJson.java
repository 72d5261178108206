package fr.medecinproche.insight;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.web.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The zones with their outlines, for maps (GeoJSON, RFC 7946).
 */
@Component
public class ZonesGeoJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final List<String> TOLD = List.of("siren", "nom", "departement", "population", "lieux_ouverts");

	private final Map<String, JsonNode> outlines = new HashMap<>();

	private final OpenDataLicence licence;

	ZonesGeoJson(@Value("classpath:reference/zones-occitanie.geojson") Resource reference, OpenDataLicence licence)
			throws IOException {
		this.licence = licence;
		try (var file = reference.getInputStream()) {
			MAPPER.readTree(file)
				.path("features")
				.forEach((feature) -> this.outlines.put(feature.path("properties").path("siren").asString(""),
						feature.path("geometry")));
		}
	}

	/**
	 * Draws zones.
	 * @param zones as {@link OpenDataReader#zones()} reads them
	 * @return the file; a zone whose outline is not known has a geometry that is null
	 */
	public byte[] of(Table zones) {
		var collection = MAPPER.createObjectNode();
		collection.put("type", "FeatureCollection");
		// members of our own, as RFC 7946 §6.1 allows
		collection.put("license", this.licence.address().toString());
		collection.put("licenseTitle", this.licence.name());
		var features = collection.putArray("features");
		for (var row : zones.rows()) {
			var siren = String.valueOf(row.getFirst());
			var feature = features.addObject();
			feature.put("type", "Feature");
			feature.put("id", siren);
			feature.set("geometry", this.outlines.get(siren));
			var properties = feature.putObject("properties");
			TOLD.forEach((name) -> properties.putPOJO(name, row.get(zones.columns().indexOf(name))));
		}
		return MAPPER.writeValueAsBytes(collection);
	}

}
