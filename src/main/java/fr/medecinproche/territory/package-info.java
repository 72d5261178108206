/**
 * Where care is missing: departments, intercommunalités, communes and their search.
 */
@ApplicationModule(allowedDependencies = { "account", "web", "journal", "work" })
@NullMarked
package fr.medecinproche.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
