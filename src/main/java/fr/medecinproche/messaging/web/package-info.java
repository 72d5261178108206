/**
 * Pages about messages: the agency's board, the calls a site has to make.
 */
@NullMarked
package fr.medecinproche.messaging.web;

import org.jspecify.annotations.NullMarked;
