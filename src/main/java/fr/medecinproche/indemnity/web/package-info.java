/**
 * The pages on who came and what is owed.
 */
@NullMarked
package fr.medecinproche.indemnity.web;

import org.jspecify.annotations.NullMarked;
