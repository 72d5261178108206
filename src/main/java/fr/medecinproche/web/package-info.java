/**
 * MVC glue: layout, errors, formatters and the words pages use for dates and distances.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.medecinproche.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
