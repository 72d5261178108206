/**
 * The import of the open extract of the « annuaire santé ».
 */
@NullMarked
package fr.medecinproche.volunteer.directory;

import org.jspecify.annotations.NullMarked;
