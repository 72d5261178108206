/**
 * What takes longer than a page may: work that shows how far it is and can be stopped.
 */
@ApplicationModule(allowedDependencies = { "account", "web" })
@NullMarked
package fr.medecinproche.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
