/**
 * Lists of doctors an agency has known since before: read first, then made into files.
 */
@NullMarked
package fr.medecinproche.volunteer.intake;

import org.jspecify.annotations.NullMarked;
