package fr.medecinproche.site.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import fr.medecinproche.site.DayPart;
import fr.medecinproche.territory.GeoPoint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Where an itinerant site will stand, and when: one day, or the same days of the week
 * until another day.
 *
 * @param from the first day
 * @param until the last day, nothing when it is one day
 * @param weekdays which days of the week, nothing for all of them
 * @param periods which halves of the days, nothing for both
 * @param address street and number, or the name of a square
 * @param postalCode five digits
 * @param commune as typed
 * @param communeCode the commune chosen from a list
 * @param latitude as typed, nothing for the middle of the commune
 * @param longitude the same
 */
record StopForm(@NotNull @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Set<DayOfWeek> weekdays,
		@Nullable Set<DayPart> periods, @NotBlank @Size(max = 160) @Nullable String address,
		@NotNull @Pattern(regexp = "[0-9]{5}", message = "{site.form.postalCode.invalid}") @Nullable String postalCode,
		@Nullable String commune, @Nullable String communeCode, @Nullable String latitude, @Nullable String longitude) {

	static final StopForm BLANK = new StopForm(null, null, Set.of(), EnumSet.allOf(DayPart.class), null, null, null,
			null, null, null);

	void checkDays(Errors errors) {
		if (errors.hasFieldErrors("from") || errors.hasFieldErrors("until")) {
			return;
		}
		var first = Objects.requireNonNull(this.from);
		if (last().isBefore(first) || last().isAfter(first.plusYears(1))) {
			errors.rejectValue("until", "site.stops.until.invalid");
		}
		else if (days().isEmpty()) {
			errors.rejectValue("weekdays", "site.stops.weekdays.none");
		}
	}

	private LocalDate last() {
		return (this.until != null) ? this.until : Objects.requireNonNull(this.from);
	}

	List<LocalDate> days() {
		return Objects.requireNonNull(this.from)
			.datesUntil(last().plusDays(1))
			.filter((day) -> this.weekdays == null || this.weekdays.isEmpty()
					|| this.weekdays.contains(day.getDayOfWeek()))
			.toList();
	}

	Set<DayPart> halves() {
		return (this.periods == null || this.periods.isEmpty()) ? EnumSet.allOf(DayPart.class) : this.periods;
	}

	Optional<GeoPoint> position(GeoPoint middle) {
		return TypedPoint.read(this.latitude, this.longitude, middle);
	}

}
