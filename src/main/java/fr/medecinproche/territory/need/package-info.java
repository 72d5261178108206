/**
 * The five national criteria of a zone, and the indicative index made of them. Nothing
 * here decides which zones are official ones.
 */
@NullMarked
package fr.medecinproche.territory.need;

import org.jspecify.annotations.NullMarked;
