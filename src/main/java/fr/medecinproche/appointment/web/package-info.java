/**
 * The pages of patients: find a site, choose a time, book, find the appointment again.
 */
@NullMarked
package fr.medecinproche.appointment.web;

import org.jspecify.annotations.NullMarked;
