/**
 * The pages of the room.
 */
@NullMarked
package fr.medecinproche.territory.web;

import org.jspecify.annotations.NullMarked;
