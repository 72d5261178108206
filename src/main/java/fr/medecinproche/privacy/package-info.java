/**
 * What must be forgotten, and what people may read of what is held of them: retention of
 * personal data, and all data of a doctor.
 */
@ApplicationModule(allowedDependencies = { "appointment", "account", "web" })
@NullMarked
package fr.medecinproche.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
