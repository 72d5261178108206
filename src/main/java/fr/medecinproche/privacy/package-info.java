/**
 * What must be forgotten: retention of personal data.
 */
@ApplicationModule(allowedDependencies = { "appointment", "account", "web" })
@NullMarked
package fr.medecinproche.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
