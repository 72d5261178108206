/**
 * Who signs in: accounts, roles, perimeters, sign-in.
 */
@ApplicationModule(allowedDependencies = { "web" })
@NullMarked
package fr.medecinproche.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
