/**
 * The pages of what the agency sees.
 */
@NullMarked
package fr.medecinproche.insight.web;

import org.jspecify.annotations.NullMarked;
