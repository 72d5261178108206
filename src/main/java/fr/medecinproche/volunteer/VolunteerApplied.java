package fr.medecinproche.volunteer;

/**
 * A doctor asked to join; an agent decides.
 *
 * @param volunteerId who asked
 */
public record VolunteerApplied(long volunteerId) {

}
