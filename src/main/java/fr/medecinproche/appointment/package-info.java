/**
 * Who is seen: consultation times, holds and appointments.
 */
@ApplicationModule(allowedDependencies = { "schedule", "site", "volunteer", "territory", "account", "web" })
@NullMarked
package fr.medecinproche.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
