package fr.medecinproche.site;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What patients read to get to a site, and to be at ease there. Each sentence is public,
 * and null when there is nothing to say.
 *
 * @param accessNotes the way in
 * @param parking where to leave a car
 * @param publicTransport how to come without one
 * @param patientNotes what else is good to know
 */
@Embeddable
public record HowToCome(@Nullable String accessNotes, @Nullable String parking, @Nullable String publicTransport,
		@Nullable String patientNotes) {

	/** Nothing is said. */
	public static final HowToCome UNSAID = new HowToCome(null, null, null, null);

}
