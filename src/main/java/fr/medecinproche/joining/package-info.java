/**
 * How a doctor joins: what is asked of them, and the application in steps that can be
 * left and taken up again.
 */
@ApplicationModule(allowedDependencies = { "volunteer", "schedule", "site", "territory", "account", "web" })
@NullMarked
package fr.medecinproche.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
