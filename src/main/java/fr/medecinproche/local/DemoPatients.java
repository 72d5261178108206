package fr.medecinproche.local;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import org.jspecify.annotations.Nullable;

/**
 * Patients who do not exist, with phone numbers reserved for fiction.
 */
final class DemoPatients {

	private static final List<String> GIVEN_NAMES = List.of("Jeanne", "Marcel", "Lucie", "Paulette", "René", "Camille",
			"Émile", "Simone", "Lucas", "Denise", "Hélène", "Gabriel", "Yvette", "Louise", "Raymond", "Manon", "Arthur",
			"Ginette", "Léa", "Roger", "Chloé", "Adam", "Josette", "Nathan");

	private static final List<String> FAMILY_NAMES = List.of("Lacaze", "Dupouy", "Sentenac", "Bergès", "Cassagne",
			"Rouquette", "Delpech", "Carrié", "Lafitte", "Monestier", "Ricard", "Saint-Martin", "Combes", "Fourcade",
			"Bastide", "Azaïs", "Gineste", "Lasserre", "Pradel", "Théron", "Vergne", "Da Silva", "Garcia", "Molinier");

	private static final int OLDEST = 94;

	private final Random random;

	private final LocalDate today;

	private int number;

	DemoPatients(Random random, LocalDate today) {
		this.random = random;
		this.today = today;
	}

	/** Somebody of one of the communes, some with an e-mail address. */
	Patient next(List<String> communes) {
		var given = GIVEN_NAMES.get(this.random.nextInt(GIVEN_NAMES.size()));
		var family = FAMILY_NAMES.get(this.random.nextInt(FAMILY_NAMES.size()));
		return new Patient(given, family, birthDate(), "+3363998%04d".formatted(1000 + this.number++ % 9000),
				email(given, family), communes.get(this.random.nextInt(communes.size())), regularDoctor(),
				this.random.nextInt(5) == 0);
	}

	private LocalDate birthDate() {
		return this.today.minusDays(this.random.nextInt(OLDEST * 365) + 90L);
	}

	private @Nullable String email(String given, String family) {
		return (this.random.nextInt(5) < 2) ? DemoDoctors.address(given, family) : null;
	}

	private RegularDoctor regularDoctor() {
		return switch (this.random.nextInt(8)) {
			case 0 -> RegularDoctor.YES;
			case 1, 2 -> RegularDoctor.UNREACHABLE;
			default -> RegularDoctor.NO;
		};
	}

}
