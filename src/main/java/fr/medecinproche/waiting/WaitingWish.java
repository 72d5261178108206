package fr.medecinproche.waiting;

import java.util.List;

import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.Period;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What somebody waits for.
 *
 * @param kind the kind of visit
 * @param radiusKm how far they come, one of {@link #RADII}
 * @param period the half of the day they can come, null for either
 */
@Embeddable
public record WaitingWish(@Enumerated(EnumType.STRING) VisitKind kind, short radiusKm,
		@Enumerated(EnumType.STRING) @Nullable Period period) {

	/** The distances to choose from, in kilometres; the last is an hour by car. */
	public static final List<Integer> RADII = List.of(10, 20, 30, 60);

	/**
	 * Accepts the distances on the list only.
	 * @throws IllegalArgumentException when it is another
	 */
	public WaitingWish {
		if (!RADII.contains((int) radiusKm)) {
			throw new IllegalArgumentException("not a distance to choose: " + radiusKm);
		}
	}

}
