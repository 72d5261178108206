/**
 * Who helps: volunteers, their RPPS number and their file.
 */
@ApplicationModule(allowedDependencies = { "territory", "account", "journal", "work", "web" })
@NullMarked
package fr.medecinproche.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
