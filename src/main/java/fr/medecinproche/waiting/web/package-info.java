/**
 * The pages of those who wait: join, see the place in the order, answer an offer, leave.
 */
@NullMarked
package fr.medecinproche.waiting.web;

import org.jspecify.annotations.NullMarked;
