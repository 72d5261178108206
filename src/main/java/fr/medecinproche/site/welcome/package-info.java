/**
 * What the doctor who arrives at a site reads.
 */
@NullMarked
package fr.medecinproche.site.welcome;

import org.jspecify.annotations.NullMarked;
