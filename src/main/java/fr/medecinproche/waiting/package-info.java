/**
 * Who waits: people told when a time frees, and the times held for them.
 */
@ApplicationModule(allowedDependencies = { "appointment", "schedule", "site", "territory", "account", "web" })
@NullMarked
package fr.medecinproche.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
