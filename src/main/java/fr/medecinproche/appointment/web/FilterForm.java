package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.appointment.SearchFilter;
import fr.medecinproche.appointment.SearchOrder;
import fr.medecinproche.schedule.Period;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The filters of the search as they stand in its address; see {@link SearchFilter}. What
 * makes no sense there is left open, but for the days, which people type.
 *
 * @param rayon how far to look, in kilometres
 * @param du the first day
 * @param au the last day
 * @param moment in the morning or in the afternoon
 * @param accessible whether a wheelchair must get in
 * @param traitant whether the doctor must accept to become a "médecin traitant"
 * @param anglais whether the doctor must speak English
 * @param tri how to order the sites
 */
record FilterForm(@Nullable Integer rayon, @Nullable LocalDate du, @Nullable LocalDate au, @Nullable Period moment,
		@Nullable Boolean accessible, @Nullable Boolean traitant, @Nullable Boolean anglais,
		@Nullable SearchOrder tri) {

	/** How far one may choose to look, in kilometres. */
	static final List<Integer> RADII = List.of(10, 20, 30, SearchFilter.FARTHEST_KM);

	/**
	 * Checks the days.
	 * @param errors takes what is wrong with them
	 * @param clock tells what is past
	 * @return true when the search may go on
	 */
	boolean check(Errors errors, Clock clock) {
		var today = LocalDate.now(clock);
		if (this.du != null && this.du.isBefore(today)) {
			errors.rejectValue("du", "appointment.filter.past");
		}
		if (this.au != null && this.au.isBefore(today)) {
			errors.rejectValue("au", "appointment.filter.past");
		}
		else if (this.du != null && this.au != null && this.au.isBefore(this.du)) {
			errors.rejectValue("au", "appointment.filter.backwards");
		}
		return !errors.hasFieldErrors("du") && !errors.hasFieldErrors("au");
	}

	SearchFilter filter() {
		var radius = (this.rayon != null && RADII.contains(this.rayon)) ? this.rayon : SearchFilter.FARTHEST_KM;
		return new SearchFilter(radius, this.du, this.au, this.moment, Boolean.TRUE.equals(this.accessible),
				Boolean.TRUE.equals(this.traitant), Boolean.TRUE.equals(this.anglais));
	}

	SearchOrder order() {
		return (this.tri != null) ? this.tri : SearchOrder.NEAREST;
	}

}
