package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.SearchFilter;
import fr.medecinproche.appointment.SearchFilter.Criterion;
import fr.medecinproche.appointment.SearchOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of the same search with one thing changed.
 *
 * @param form a search that was understood
 * @param filter its filters
 * @param order its order
 */
record SearchLinks(SearchForm form, SearchFilter filter, SearchOrder order) {

	/** The same search with one criterion left open. */
	public String without(Criterion criterion) {
		return address(this.filter.without(criterion), this.order);
	}

	/** The same search with every criterion left open. */
	public String open() {
		return address(SearchFilter.ANY, this.order);
	}

	/** The same sites in another order. */
	public String ordered(SearchOrder other) {
		return address(this.filter, other);
	}

	private String address(SearchFilter filter, SearchOrder order) {
		var query = UriComponentsBuilder.fromPath("/recherche")
			.queryParam("communeCode", this.form.communeCode())
			.queryParam("motif", this.form.kind());
		add(query, "medecinTraitant", this.form.medecinTraitant());
		add(query, "rayon", (filter.radius() != SearchFilter.FARTHEST_KM) ? filter.radius() : null);
		add(query, "du", filter.from());
		add(query, "au", filter.until());
		add(query, "moment", filter.period());
		add(query, "accessible", filter.stepFree() ? true : null);
		add(query, "traitant", filter.regularDoctor() ? true : null);
		add(query, "anglais", filter.english() ? true : null);
		add(query, "tri", (order != SearchOrder.NEAREST) ? order : null);
		return query.build().encode().toUriString();
	}

	private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
		if (value != null) {
			query.queryParam(name, value);
		}
	}

}
