package fr.medecinproche.volunteer;

import org.jspecify.annotations.Nullable;

/**
 * What a doctor answers to join that only the agency needs, and only to decide.
 *
 * @param cdom the department whose council of the Ordre registers them
 * @param specialty their specialty, null for general practice
 * @param fragileZone whether they are already installed in a fragile zone
 * @param insurerInformed whether they declare that their insurer knows; nothing is asked
 * to prove it
 * @param wishes where and when they would like to come
 */
public record ApplicationAnswers(String cdom, @Nullable String specialty, boolean fragileZone, boolean insurerInformed,
		ApplicationWishes wishes) {

}
