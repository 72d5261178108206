/**
 * Matches volunteer doctors to the priority zones of the scheme « Un médecin près de chez
 * vous », and patients to the doctors who come.
 */
@NullMarked
package fr.medecinproche;

import org.jspecify.annotations.NullMarked;
