/**
 * « Proposer un lieu »: from the public form to the decision of the agency.
 */
@NullMarked
package fr.medecinproche.site.proposal;

import org.jspecify.annotations.NullMarked;
