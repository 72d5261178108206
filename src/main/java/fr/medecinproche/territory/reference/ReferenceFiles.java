package fr.medecinproche.territory.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

import org.springframework.core.io.ClassPathResource;

/**
 * The reference files as they were delivered, all in memory (less than a megabyte).
 */
class ReferenceFiles {

	static final String MANIFEST = "manifest.csv";

	static final String DEPARTEMENTS = "departements.csv";

	static final String NEIGHBOUR_DEPARTEMENTS = "departements-voisins.csv";

	static final String ZONES = "zones-occitanie.csv";

	static final String ZONE_COMMUNES = "zone-communes.csv";

	static final String COMMUNES = "communes-occitanie.csv";

	static final String NEIGHBOUR_COMMUNES = "communes-voisines.csv";

	static final String FORMER_NAMES = "communes-anciens-noms.csv";

	static final String ZONE_CONTOURS = "zones-occitanie.geojson";

	static final String DEPARTEMENT_CONTOURS = "departements-occitanie.geojson";

	private static final List<String> NAMES = List.of(MANIFEST, DEPARTEMENTS, NEIGHBOUR_DEPARTEMENTS, ZONES,
			ZONE_COMMUNES, COMMUNES, NEIGHBOUR_COMMUNES, FORMER_NAMES, ZONE_CONTOURS, DEPARTEMENT_CONTOURS);

	private final Map<String, byte[]> contents;

	ReferenceFiles(Map<String, byte[]> contents) {
		this.contents = new TreeMap<>(contents);
	}

	/** The files the application is shipped with. */
	static ReferenceFiles shipped() {
		var contents = new TreeMap<String, byte[]>();
		for (String name : NAMES) {
			try {
				contents.put(name, new ClassPathResource("reference/" + name).getContentAsByteArray());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return new ReferenceFiles(contents);
	}

	/** These files with one of them replaced. */
	ReferenceFiles with(String name, byte[] content) {
		var changed = new TreeMap<>(this.contents);
		changed.put(name, content);
		return new ReferenceFiles(changed);
	}

	String text(String name) {
		var content = this.contents.get(name);
		if (content == null) {
			throw new BrokenReferenceException(name, "the file is missing");
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new BrokenReferenceException(name, "the file is not written in UTF-8");
		}
	}

	int checksum() {
		var crc = new CRC32();
		this.contents.forEach((name, content) -> {
			crc.update(name.getBytes(StandardCharsets.UTF_8));
			crc.update(content);
		});
		return (int) crc.getValue();
	}

}
