package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An {@link OfferedDay} before its details are read.
 *
 * @param siteId the place
 * @param km how far, as the crow flies
 * @param day when
 * @param morning the open morning, if any
 * @param afternoon the open afternoon, if any
 */
record Opening(long siteId, double km, LocalDate day, @Nullable Long morning, @Nullable Long afternoon) {

	static Opening of(OfferedDay offer) {
		return new Opening(offer.site().getId(), offer.distance(), offer.day(), id(offer.morning()),
				id(offer.afternoon()));
	}

	private static @Nullable Long id(@Nullable HalfDaySlot half) {
		return (half != null) ? half.getId() : null;
	}

	boolean isWhole() {
		return this.morning != null && this.afternoon != null;
	}

	OfferedDay with(Map<Long, HalfDaySlot> slots) {
		var first = (this.morning != null) ? slots.get(this.morning) : null;
		var second = (this.afternoon != null) ? slots.get(this.afternoon) : null;
		var site = Objects.requireNonNull((first != null) ? first : second).getSite();
		return new OfferedDay(site, site.getEquipment().stream().sorted().toList(), this.km, this.day, first, second);
	}

}
