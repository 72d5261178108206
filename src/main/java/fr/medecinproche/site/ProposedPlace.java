package fr.medecinproche.site;

import java.util.Set;

import fr.medecinproche.territory.Commune;
import org.jspecify.annotations.Nullable;

/**
 * What a commune or a health centre offers.
 *
 * @param organisation who offers it, which is what the place will be called
 * @param kind what kind of place
 * @param commune where, its zone loaded
 * @param address street and number, if known
 * @param equipment what is there
 * @param stepFree whether a wheelchair gets in
 * @param secretary whether somebody receives the patients
 * @param lodging whether the doctor may stay the night
 * @param message anything else
 */
public record ProposedPlace(String organisation, SiteKind kind, Commune commune, @Nullable String address,
		Set<Equipment> equipment, boolean stepFree, boolean secretary, boolean lodging, @Nullable String message) {

}
