/**
 * The heart: half-days opened at a site, taken by a volunteer, under the monthly cap.
 */
@ApplicationModule(allowedDependencies = { "site", "volunteer", "territory", "account", "journal", "work", "web" })
@NullMarked
package fr.medecinproche.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
