/**
 * Where doctors consult: consultation sites, their rooms, equipment and hosts.
 */
@ApplicationModule(allowedDependencies = { "journal", "territory", "account", "web" })
@NullMarked
package fr.medecinproche.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
