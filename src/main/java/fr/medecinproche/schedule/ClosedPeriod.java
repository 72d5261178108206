package fr.medecinproche.schedule;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Days a site would not receive.
 *
 * @param from the first day
 * @param until the last day, included
 * @param reason why
 * @param note more of it, never about a person
 */
public record ClosedPeriod(LocalDate from, LocalDate until, ClosureReason reason, @Nullable String note) {

}
