/**
 * Who did what and when, in a journal that cannot be altered unnoticed.
 */
@ApplicationModule(allowedDependencies = "account")
@NullMarked
package fr.medecinproche.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
