/**
 * Who goes where: a doctor who cannot come, and who comes instead.
 */
@ApplicationModule(allowedDependencies = { "appointment", "schedule", "site", "volunteer", "territory", "account",
		"journal", "web" })
@NullMarked
package fr.medecinproche.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
