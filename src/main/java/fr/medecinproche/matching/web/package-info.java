/**
 * Pages of the room.
 */
@NullMarked
package fr.medecinproche.matching.web;

import org.jspecify.annotations.NullMarked;
