/**
 * Pages of the room.
 */
@NullMarked
package fr.medecinproche.campaign.web;

import org.jspecify.annotations.NullMarked;
