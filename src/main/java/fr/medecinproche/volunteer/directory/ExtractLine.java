package fr.medecinproche.volunteer.directory;

/**
 * One activity or skill of a doctor. A doctor has several lines.
 *
 * @param rpps eleven digits
 * @param givenName in practice, perhaps empty
 * @param familyName in practice
 * @param skill a code, perhaps empty
 */
record ExtractLine(String rpps, String givenName, String familyName, String skill) {

}
