package fr.medecinproche.matching.web;

import fr.medecinproche.matching.Fallback;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How a doctor wants a stand-in to be looked for.
 *
 * @param sinon what happens when nobody accepts in time
 */
record StandInForm(@NotNull(message = "{matching.standIn.sinon.missing}") @Nullable Fallback sinon) {

}
