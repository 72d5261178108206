/**
 * What is sent: the outbox, mail and calendar files.
 */
@ApplicationModule(allowedDependencies = { "campaign", "matching", "waiting", "joining", "calendar", "appointment",
		"indemnity", "people", "schedule", "site", "volunteer", "territory", "account", "web" })
@NullMarked
package fr.medecinproche.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
