/**
 * The pages on volunteers and their files.
 */
@NullMarked
package fr.medecinproche.volunteer.web;

import org.jspecify.annotations.NullMarked;
