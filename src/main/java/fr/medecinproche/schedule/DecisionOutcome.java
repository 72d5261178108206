package fr.medecinproche.schedule;

import jakarta.persistence.Embeddable;

/**
 * What a decision about a pattern made of its half-days.
 *
 * @param opened how many it opened
 * @param closed how many it closed that nobody had taken
 * @param stayed how many it no longer asked for, but a doctor had taken
 */
@Embeddable
public record DecisionOutcome(int opened, int closed, int stayed) {

}
