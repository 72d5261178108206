package fr.medecinproche.volunteer;

/**
 * A volunteer's file is complete: half-days may be taken.
 *
 * @param volunteerId who was accepted
 */
public record VolunteerAccepted(long volunteerId) {

}
