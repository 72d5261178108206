package fr.medecinproche.volunteer;

/**
 * A volunteer's file has moved, by one step or several at once.
 *
 * @param volunteerId whose file
 * @param from where it stood
 * @param to where it stands
 * @param author who moved it
 */
public record FileMovedOn(long volunteerId, FileStatus from, FileStatus to, FileAuthor.Kind author) {

}
