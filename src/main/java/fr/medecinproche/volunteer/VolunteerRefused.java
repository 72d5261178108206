package fr.medecinproche.volunteer;

/**
 * A volunteer's file was refused; the reason is with the volunteer.
 *
 * @param volunteerId who was refused
 */
public record VolunteerRefused(long volunteerId) {

}
