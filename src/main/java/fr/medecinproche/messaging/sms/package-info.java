/**
 * Text messages by the providers' HTTP interfaces.
 */
@NullMarked
package fr.medecinproche.messaging.sms;

import org.jspecify.annotations.NullMarked;
