/**
 * The pages of patients: find a site, choose a time, book, find the appointment again;
 * and those on which doctors see their half-days with their patients.
 */
@NullMarked
package fr.medecinproche.appointment.web;

import org.jspecify.annotations.NullMarked;
