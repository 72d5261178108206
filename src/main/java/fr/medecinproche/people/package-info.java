/**
 * Who works here: agents and what they see, hosts of sites, regulators, those who are
 * invited; and the journal of what all of them did.
 */
@ApplicationModule(allowedDependencies = { "site", "territory", "journal", "account", "web" })
@NullMarked
package fr.medecinproche.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
