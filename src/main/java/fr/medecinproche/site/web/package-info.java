/**
 * The agency's pages on consultation sites.
 */
@NullMarked
package fr.medecinproche.site.web;

import org.jspecify.annotations.NullMarked;
