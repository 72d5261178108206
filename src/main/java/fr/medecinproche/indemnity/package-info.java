/**
 * What is owed: who came, the ledger of the half-days that were held, the monthly
 * statement.
 */
@ApplicationModule(allowedDependencies = { "schedule", "volunteer", "site", "journal", "work", "account", "web" })
@NullMarked
package fr.medecinproche.indemnity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
