package fr.medecinproche.appointment;

import java.util.List;

import fr.medecinproche.appointment.SearchFilter.Criterion;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;

/**
 * What a search found.
 *
 * @param sites a page of the sites, each with its first free times
 * @param soonest the site of the very first time, with that time only, or null when
 * nothing is free
 * @param loosen when no site was found, the criteria each of which alone stands in the
 * way
 */
public record SearchResult(Page<SiteOffers> sites, @Nullable SiteOffers soonest, List<Criterion> loosen) {

}
