/**
 * Where itinerant sites stand, half-day by half-day.
 */
@NullMarked
package fr.medecinproche.site.stop;

import org.jspecify.annotations.NullMarked;
