/**
 * The pages on who works here and what they did.
 */
@NullMarked
package fr.medecinproche.people.web;

import org.jspecify.annotations.NullMarked;
