package fr.medecinproche.appointment.web;

import java.time.Duration;
import java.util.Objects;

import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationHours;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * How the times of a site are booked, as an agent writes it.
 */
record BookingRulesForm(@Times @Nullable Short keptForPriority, @Hours @Nullable Short priorityHours,
		@Times @Nullable Short keptForPhone, @Hours @Nullable Short phoneHours,
		@Times @Nullable Short keptForRegulation, @Hours @Nullable Short regulationHours,
		@NotNull(message = "{appointment.rules.change.missing}") @Min(value = 0,
				message = "{appointment.rules.change.wrong}") @Max(value = 168,
						message = "{appointment.rules.change.wrong}") @Nullable Short changeUntilHours) {

	private static final int MINUTES = 60;

	static BookingRulesForm of(BookingRules rules) {
		return new BookingRulesForm(rules.keptForPriority(), rules.priorityHours(), rules.keptForPhone(),
				rules.phoneHours(), rules.keptForRegulation(), rules.regulationHours(),
				(short) (rules.changeUntilMinutes() / MINUTES));
	}

	/**
	 * How many ordinary consultations fit into the shorter half-day of a site.
	 * @param hours when it receives
	 * @return at least none
	 */
	static long times(ConsultationHours hours) {
		var morning = Duration.between(hours.morningStart(), hours.morningEnd());
		var afternoon = Duration.between(hours.afternoonStart(), hours.afternoonEnd());
		var shorter = (morning.compareTo(afternoon) < 0) ? morning : afternoon;
		return shorter.dividedBy(VisitKind.CONSULTATION.length());
	}

	/**
	 * Refuses to keep more than there is.
	 * @param errors where it is said
	 * @param times how many consultations a half-day has
	 */
	void check(Errors errors, long times) {
		if (!errors.hasErrors()) {
			var rules = rules();
			long kept = rules.keptForPriority() + rules.keptForPhone() + rules.keptForRegulation();
			if (kept > times) {
				errors.reject("appointment.rules.tooMany", new Object[] { kept, times }, "");
			}
		}
	}

	/** The rules, once nothing is wrong. */
	BookingRules rules() {
		return new BookingRules(value(this.keptForPriority), value(this.priorityHours), value(this.keptForPhone),
				value(this.phoneHours), value(this.keptForRegulation), value(this.regulationHours),
				(short) (value(this.changeUntilHours) * MINUTES));
	}

	private static short value(@Nullable Short number) {
		return Objects.requireNonNull(number);
	}

}
