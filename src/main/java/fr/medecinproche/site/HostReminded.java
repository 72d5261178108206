package fr.medecinproche.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who receives at a site is reminded of what is theirs to prepare. Published
 * inside the transaction; texts are in their language.
 *
 * @param siteId the site
 * @param site its name
 * @param accountId the host
 * @param email where they are written to
 * @param name how they are called
 * @param locale their language
 * @param late what should have been done by now
 * @param toDo what else is to be done
 * @param day the day of the reminder
 */
public record HostReminded(long siteId, String site, long accountId, String email, String name, Locale locale,
		List<String> late, List<String> toDo, LocalDate day) {

}
