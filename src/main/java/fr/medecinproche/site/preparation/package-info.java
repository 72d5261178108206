/**
 * What a site needs before doctors come, and who does what.
 */
@NullMarked
package fr.medecinproche.site.preparation;

import org.jspecify.annotations.NullMarked;
