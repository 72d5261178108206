package fr.medecinproche.volunteer.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;

import fr.medecinproche.testing.Scenario;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * Extracts of people nobody is, written as the real ones are: their columns and more, in
 * capitals.
 */
final class Extracts {

	static final String HEADING = "Type d'identifiant PP|Identifiant PP|Identification nationale PP|"
			+ "Code civilité d'exercice|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|"
			+ "Code catégorie professionnelle|Code type savoir-faire|Code savoir-faire|Libellé savoir-faire|"
			+ "Code mode exercice|Code commune (coord. structure)|";

	private Extracts() {
	}

	static String doctor(long seed, String givenName, String familyName, String skill) {
		return line("8", Scenario.rpps(seed).digits(), givenName, familyName, "10", skill);
	}

	static String line(String idType, String id, String givenName, String familyName, String profession, String skill) {
		return String.join("|", idType, id, idType + id, "M", familyName, givenName, profession, "Médecin", "C", "S",
				skill, "", "L", "32319", "");
	}

	static Resource file(String... lines) {
		return new ByteArrayResource((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)) {
			@Override
			public String getFilename() {
				return "PS_LibreAcces_Personne_activite_202701031234.txt";
			}
		};
	}

	static List<Resource> of(String... lines) {
		return List.of(file(lines));
	}

}
