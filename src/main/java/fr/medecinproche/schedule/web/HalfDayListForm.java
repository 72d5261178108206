package fr.medecinproche.schedule.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;

import fr.medecinproche.schedule.SlotStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the agency's list of half-days is narrowed by, as the address says it. What makes
 * no sense narrows nothing.
 *
 * @param mois the month, "2027-02"; the next one when it makes no sense
 * @param statut "OPEN" or "TAKEN"
 * @param zone the SIREN of a zone
 * @param lieu the number of a site
 * @param departement the code of a department
 * @param medecin the number of a doctor
 */
record HalfDayListForm(@Nullable String mois, @Nullable String statut, @Nullable String zone, @Nullable String lieu,
		@Nullable String departement, @Nullable String medecin) {

	private static final int YEARS_SHOWN = 5;

	YearMonth month(YearMonth nextMonth) {
		try {
			var month = (this.mois != null) ? YearMonth.parse(this.mois) : nextMonth;
			return (Math.abs(month.getYear() - nextMonth.getYear()) <= YEARS_SHOWN) ? month : nextMonth;
		}
		catch (DateTimeException ex) {
			return nextMonth;
		}
	}

	@Nullable SlotStatus status() {
		return Arrays.stream(SlotStatus.values())
			.filter((value) -> value != SlotStatus.CLOSED && value.name().equals(this.statut))
			.findFirst()
			.orElse(null);
	}

	@Nullable Long site() {
		return number(this.lieu);
	}

	@Nullable Long doctor() {
		return number(this.medecin);
	}

	private static @Nullable Long number(@Nullable String typed) {
		return (typed != null && typed.matches("\\d{1,18}")) ? Long.valueOf(typed) : null;
	}

	HalfDayDirectory.Filter within(@Nullable String perimeter, YearMonth month) {
		return new HalfDayDirectory.Filter(perimeter, month.atDay(1), month.plusMonths(1).atDay(1), site(),
				given(this.zone), given(this.departement), status(), doctor());
	}

	private static @Nullable String given(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
