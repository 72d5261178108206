package fr.medecinproche.territory.web;

import fr.medecinproche.territory.Perimeters;
import fr.medecinproche.territory.Perimeters.Perimeter;
import fr.medecinproche.territory.need.NeedFigures;
import fr.medecinproche.territory.need.NeedIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The index of need as an agent sees it: the zones of the agent's region are compared
 * with one another, or those of the whole country for an agent whose sight is not
 * narrowed.
 */
@Component
class NeedSight {

	private final Perimeters perimeters;

	private final NeedFigures figures;

	NeedSight(Perimeters perimeters, NeedFigures figures) {
		this.perimeters = perimeters;
		this.figures = figures;
	}

	/** The code of the region, or null for the whole country. */
	@Nullable String region(@Nullable String perimeter) {
		return (perimeter != null) ? this.perimeters.find(perimeter).map(Perimeter::region).orElseThrow() : null;
	}

	/** The name of the region, or null for the whole country. */
	@Nullable String name(@Nullable String perimeter) {
		var region = region(perimeter);
		return (region != null) ? this.perimeters.find(region).map(Perimeter::nom).orElseThrow() : null;
	}

	/** The index of the zones compared. */
	NeedIndex index(@Nullable String perimeter) {
		return this.figures.index(region(perimeter));
	}

}
