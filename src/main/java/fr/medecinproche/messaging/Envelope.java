package fr.medecinproche.messaging;

import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a letter before it is written.
 *
 * @param dedupKey what makes it one message
 * @param recipient an e-mail address or a phone number
 * @param locale the reader's language
 * @param notAfter when it is of no use any more
 */
record Envelope(String dedupKey, String recipient, Locale locale, Instant notAfter) {

}
