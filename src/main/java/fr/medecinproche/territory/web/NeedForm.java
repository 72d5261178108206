package fr.medecinproche.territory.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.medecinproche.territory.need.Criterion;
import fr.medecinproche.territory.need.NeedEntry;
import fr.medecinproche.territory.need.NeedValue;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The values of a zone's five criteria, as typed.
 *
 * @param seen the number of the last value the agent saw
 * @param access see {@link Criterion#ACCESS}
 * @param youngDoctors see {@link Criterion#YOUNG_DOCTORS}
 * @param longIllness see {@link Criterion#LONG_ILLNESS}
 * @param emergency see {@link Criterion#EMERGENCY}
 * @param livingStandard see {@link Criterion#LIVING_STANDARD}
 */
record NeedForm(@Nullable Long seen, Typed access, Typed youngDoctors, Typed longIllness, Typed emergency,
		Typed livingStandard) {

	private static final int FIRST_YEAR = 1990;

	private static final int LONGEST_SOURCE = 200;

	/** Every field is there, be it empty, so that the page can show them all. */
	NeedForm {
		access = Typed.orEmpty(access);
		youngDoctors = Typed.orEmpty(youngDoctors);
		longIllness = Typed.orEmpty(longIllness);
		emergency = Typed.orEmpty(emergency);
		livingStandard = Typed.orEmpty(livingStandard);
	}

	/** What is known, to be changed. */
	static NeedForm of(Map<Criterion, NeedValue> known, long seen) {
		return new NeedForm(seen, Typed.of(known.get(Criterion.ACCESS)), Typed.of(known.get(Criterion.YOUNG_DOCTORS)),
				Typed.of(known.get(Criterion.LONG_ILLNESS)), Typed.of(known.get(Criterion.EMERGENCY)),
				Typed.of(known.get(Criterion.LIVING_STANDARD)));
	}

	/** What was typed, the known values it repeats included; or errors. */
	List<NeedEntry> entries(Map<Criterion, NeedValue> known, int thisYear, Errors errors) {
		var entries = new ArrayList<NeedEntry>();
		for (var criterion : Criterion.values()) {
			var typed = typed(criterion);
			if (typed.isEmpty()) {
				if (known.containsKey(criterion) && known.get(criterion).value() != null) {
					entries.add(new NeedEntry(criterion, null, null, typed.text().isEmpty() ? "–" : typed.text()));
				}
				continue;
			}
			typed.check(criterion, field(criterion), thisYear, errors);
			if (!errors.hasErrors()) {
				entries
					.add(new NeedEntry(criterion, typed.number(), Integer.valueOf(typed.year().strip()), typed.text()));
			}
		}
		return entries;
	}

	/** The field of a criterion. */
	static String field(Criterion criterion) {
		return switch (criterion) {
			case ACCESS -> "access";
			case YOUNG_DOCTORS -> "youngDoctors";
			case LONG_ILLNESS -> "longIllness";
			case EMERGENCY -> "emergency";
			case LIVING_STANDARD -> "livingStandard";
		};
	}

	private Typed typed(Criterion criterion) {
		return switch (criterion) {
			case ACCESS -> this.access;
			case YOUNG_DOCTORS -> this.youngDoctors;
			case LONG_ILLNESS -> this.longIllness;
			case EMERGENCY -> this.emergency;
			case LIVING_STANDARD -> this.livingStandard;
		};
	}

	/**
	 * A value as typed.
	 *
	 * @param value a number with a comma or a point
	 * @param year four digits
	 * @param source where it comes from
	 */
	record Typed(@Nullable String value, @Nullable String year, @Nullable String source) {

		private static final Typed EMPTY = new Typed("", "", "");

		static Typed of(@Nullable NeedValue known) {
			var value = (known != null) ? known.value() : null;
			return (value == null) ? EMPTY : new Typed(value.stripTrailingZeros().toPlainString().replace('.', ','),
					String.valueOf(known.year()), known.source());
		}

		static Typed orEmpty(@Nullable Typed typed) {
			return (typed != null) ? typed : EMPTY;
		}

		boolean isEmpty() {
			return this.value == null || this.value.isBlank();
		}

		String text() {
			return (this.source != null) ? this.source.strip() : "";
		}

		@Nullable BigDecimal number() {
			var plain = String.valueOf(this.value).replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
			return plain.matches("\\d{1,8}(\\.\\d{1,6})?")
					? new BigDecimal(plain).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros() : null;
		}

		void check(Criterion criterion, String field, int thisYear, Errors errors) {
			var number = number();
			if (number == null) {
				errors.rejectValue(field + ".value", "territory.need.value.form");
			}
			else if (!criterion.allows(number)) {
				errors.rejectValue(field + ".value", "territory.need.value.range",
						new Object[] { criterion.most().toPlainString() }, null);
			}
			if (!isYear(thisYear)) {
				errors.rejectValue(field + ".year", "territory.need.year.form",
						new Object[] { String.valueOf(FIRST_YEAR), String.valueOf(thisYear) }, null);
			}
			if (text().isEmpty()) {
				errors.rejectValue(field + ".source", "territory.need.source.required");
			}
			else if (text().length() > LONGEST_SOURCE) {
				errors.rejectValue(field + ".source", "territory.new.tooLong");
			}
		}

		private boolean isYear(int thisYear) {
			var typed = (this.year != null) ? this.year.strip() : "";
			return typed.matches("\\d{4}") && Integer.parseInt(typed) >= FIRST_YEAR
					&& Integer.parseInt(typed) <= thisYear;
		}

	}

}
