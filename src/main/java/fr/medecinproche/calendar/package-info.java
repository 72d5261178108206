/**
 * What doctors' calendars show: each half-day with its revision, and the private feed.
 */
@ApplicationModule(allowedDependencies = { "schedule", "volunteer", "site", "territory", "account", "web" })
@NullMarked
package fr.medecinproche.calendar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
