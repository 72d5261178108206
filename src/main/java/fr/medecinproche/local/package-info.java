/**
 * Only on a developer's or evaluator's machine: embedded PostgreSQL, demo people, demo
 * mailbox.
 */
@ApplicationModule
@NullMarked
package fr.medecinproche.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
