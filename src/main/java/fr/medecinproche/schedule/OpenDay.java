package fr.medecinproche.schedule;

import java.time.LocalDate;

/**
 * What is open on a day, all places together.
 *
 * @param day the day
 * @param places how many places
 * @param halfDays how many half-days, of several rooms of a place one
 */
public record OpenDay(LocalDate day, int places, int halfDays) {

}
