package fr.medecinproche.territory.web;

import java.util.Arrays;
import java.util.Locale;

import fr.medecinproche.territory.Departement;
import fr.medecinproche.territory.FoldedName;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the list of zones; what makes no sense asks nothing.
 *
 * @param q the name of a zone or of one of its communes
 * @param departement the code of a department
 * @param tri the order, one of {@link Order} in small letters
 */
record ZoneFilter(@Nullable String q, @Nullable String departement, @Nullable String tri) {

	@Nullable String foldedName() {
		var name = FoldedName.of((this.q != null) ? this.q : "");
		return name.isEmpty() ? null : name.value();
	}

	@Nullable String departementCode() {
		return Departement.isCode(this.departement) ? this.departement : null;
	}

	/** Whether zones may be left out. */
	public boolean isNarrow() {
		return foldedName() != null || departementCode() != null;
	}

	public Order order() {
		return Arrays.stream(Order.values())
			.filter((order) -> order.name().toLowerCase(Locale.ROOT).equals(this.tri))
			.findFirst()
			.orElse(Order.DEPARTEMENT);
	}

	enum Order {

		DEPARTEMENT, NOM, POPULATION, DEMI_JOURNEES, BESOIN

	}

}
