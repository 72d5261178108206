/**
 * Who is called when doctors are missing: calls for solidarity, from the text to the
 * answers.
 */
@ApplicationModule(
		allowedDependencies = { "schedule", "volunteer", "site", "territory", "account", "journal", "work", "web" })
@NullMarked
package fr.medecinproche.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
