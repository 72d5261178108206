package fr.medecinproche.insight.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.insight.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * The half-days a figure of a report is counted from.
 */
enum Counted {

	/** Offered to doctors. */
	OUVERTES("f.opened"),
	/** Taken by one. */
	PRISES("f.taken"),
	/** Held, as somebody has said. */
	TENUES("f.held"),
	/** With patients who have a time. */
	RESERVEES("f.booked > 0"),
	/** With patients who came. */
	VENUS("f.honoured > 0"),
	/** With patients who did not come. */
	ABSENTS("f.absent > 0"),
	/** With patients of whom one or the other was noted. */
	NOTES("f.honoured + f.absent > 0"),
	/** Over, and nobody has said that the doctor did not come. */
	MEDECINS("f.taken and f.ends_at <= :now and f.held is not false");

	private final String condition;

	Counted(String condition) {
		this.condition = condition;
	}

	/** In SQL, of a row of {@code half_day_fact f}. */
	String condition() {
		return this.condition;
	}

	/** Its name in addresses. */
	String address() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Counted> named(@Nullable String address) {
		return Arrays.stream(values()).filter((each) -> each.address().equals(address)).findFirst();
	}

	/**
	 * What an indicator is counted from.
	 * @return {@code null} for waits: those are notes of each day and zone, not half-days
	 */
	static @Nullable Counted of(Indicator indicator) {
		return switch (indicator) {
			case OPENED, FILL -> OUVERTES;
			case TAKEN, OFFERED, BOOKED_TIME, PER_THOUSAND -> PRISES;
			case HELD -> TENUES;
			case BOOKED, WITHOUT_REGULAR_DOCTOR -> RESERVEES;
			case HONOURED -> VENUS;
			case ABSENT -> ABSENTS;
			case NO_SHOW -> NOTES;
			case DOCTORS, CAME_BACK -> MEDECINS;
			case DELAY, NO_TIME -> null;
		};
	}

}
