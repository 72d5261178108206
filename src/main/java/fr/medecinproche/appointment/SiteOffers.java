package fr.medecinproche.appointment;

import java.util.List;

import fr.medecinproche.site.ConsultationSite;

/**
 * A site near somebody, and when they may be seen there.
 *
 * @param site the site
 * @param distance as the crow flies, in kilometres
 * @param next the next free times, none when nothing is free
 */
public record SiteOffers(ConsultationSite site, double distance, List<Offer> next) {

}
