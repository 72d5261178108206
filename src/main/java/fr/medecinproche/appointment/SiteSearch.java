package fr.medecinproche.appointment;

import java.util.Comparator;
import java.util.List;

import fr.medecinproche.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the sites and times that suit a patient. All that is free around them is read
 * once, and the rest is thinking: the number of queries depends neither on the sites nor
 * on the criteria.
 */
@Service
@Transactional(readOnly = true)
public class SiteSearch {

	private final AvailabilityService availability;

	SiteSearch(AvailabilityService availability) {
		this.availability = availability;
	}

	/**
	 * Looks around a place.
	 * @param place where the patient lives
	 * @param filter what suits them
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @param order how to order the sites
	 * @param each how many times to show of each site
	 * @param page which sites
	 * @return what was found; the first page when the one asked for is beyond the last
	 */
	public SearchResult find(GeoPoint place, SearchFilter filter, VisitKind kind, Asker asker, SearchOrder order,
			int each, Pageable page) {
		var all = this.availability.around(place, SearchFilter.FARTHEST_KM, kind, asker);
		var found = suiting(all, filter);
		var shown = (page.getOffset() < found.size()) ? page : page.first();
		var content = found.stream()
			.sorted(order.comparator())
			.skip(shown.getOffset())
			.limit(shown.getPageSize())
			.map((near) -> near.limited(each))
			.toList();
		var loosen = found.isEmpty() ? filter.criteria()
			.stream()
			.filter((criterion) -> !suiting(all, filter.without(criterion)).isEmpty())
			.toList() : List.<SearchFilter.Criterion>of();
		return new SearchResult(new PageImpl<>(content, shown, found.size()), soonest(found), loosen);
	}

	private static List<SiteOffers> suiting(List<SiteOffers> all, SearchFilter filter) {
		return all.stream()
			.filter((near) -> filter.accepts(near.site(), near.distance()))
			.map((near) -> near.suiting(filter))
			.filter((near) -> filter.wantsAnyTime() || !near.next().isEmpty())
			.toList();
	}

	private static @Nullable SiteOffers soonest(List<SiteOffers> found) {
		return found.stream()
			.filter((near) -> !near.next().isEmpty())
			.min(SearchOrder.SOONEST.comparator())
			.map((near) -> near.limited(1))
			.orElse(null);
	}

}
