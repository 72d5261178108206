/**
 * Loads the reference data of the room from the files of {@code /reference}.
 */
@NullMarked
package fr.medecinproche.territory.reference;

import org.jspecify.annotations.NullMarked;
