package fr.medecinproche.joining.web;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.medecinproche.volunteer.ApplicationWishes;
import fr.medecinproche.volunteer.StartWish;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The third step: where and when they would like to come.
 *
 * @param maxKm how far, empty for any distance
 * @param zones SIREN numbers of zones, none for any
 * @param weekdays the days that suit, none for any
 * @param start when they would begin
 */
record WishesForm(@Nullable Short maxKm, @Nullable Set<String> zones, @Nullable Set<DayOfWeek> weekdays,
		@NotNull(message = "{joining.form.start.missing}") @Nullable StartWish start) {

	/** Kilometres to choose from. */
	static final List<Short> DISTANCES = List.of((short) 30, (short) 60, (short) 100, (short) 150);

	/** Nobody is asked to come on a Sunday. */
	static final List<DayOfWeek> DAYS = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
			DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

	static final WishesForm EMPTY = new WishesForm(null, null, null, null);

	static WishesForm of(ApplicationWishes wishes) {
		return new WishesForm(wishes.maxKm(), wishes.zones(), wishes.weekdays(), wishes.start());
	}

	/**
	 * What was chosen, for the domain, once the form has no error; what was not offered
	 * is left out.
	 * @param isZone whether a SIREN number is that of a zone
	 * @return the wishes
	 */
	ApplicationWishes toWishes(Predicate<String> isZone) {
		return new ApplicationWishes(kept(this.zones, isZone),
				(this.maxKm != null && DISTANCES.contains(this.maxKm)) ? this.maxKm : null,
				kept(this.weekdays, DAYS::contains), Objects.requireNonNull(this.start));
	}

	private static <T> Set<T> kept(@Nullable Set<T> chosen, Predicate<T> offered) {
		return (chosen == null) ? Set.of()
				: chosen.stream().filter(Objects::nonNull).filter(offered).collect(Collectors.toSet());
	}

}
