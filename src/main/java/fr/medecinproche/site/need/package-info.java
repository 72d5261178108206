/**
 * What a site asks for: the help it wishes for, and the days it wants nobody.
 */
@NullMarked
package fr.medecinproche.site.need;

import org.jspecify.annotations.NullMarked;
