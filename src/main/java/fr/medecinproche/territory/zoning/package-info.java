/**
 * The list of zones as it changes: since when and until when each is one, by hand or from
 * a file.
 */
@NullMarked
package fr.medecinproche.territory.zoning;

import org.jspecify.annotations.NullMarked;
