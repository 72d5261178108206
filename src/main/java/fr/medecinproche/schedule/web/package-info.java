/**
 * The pages on half-days.
 */
@NullMarked
package fr.medecinproche.schedule.web;

import org.jspecify.annotations.NullMarked;
