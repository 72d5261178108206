package fr.medecinproche.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The day somebody was born, as people write it.
 *
 * @param value the day
 */
public record BirthDate(LocalDate value) {

	private static final int OLDEST = 130;

	private static final int LONGEST = 30;

	private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[ ./-]+(\\d{1,2})[ ./-]+(\\d{4})");

	private static final Pattern TOGETHER = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

	/** What browsers fill in by themselves. */
	private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

	private static final Pattern MONTH_IN_WORDS = Pattern.compile("(\\d{1,2})(?:er)? +(\\p{L}+)\\.? +(\\d{4})");

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private static final List<String> MONTHS = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
			"août", "septembre", "octobre", "novembre", "décembre");

	/**
	 * Reads what somebody typed: "08/05/1941", "8.5.1941", "08051941", "8 mai 1941",
	 * "1941-05-08". A year of two digits is not guessed.
	 * @param typed anything
	 * @return the day, or empty when there is no such day
	 */
	public static Optional<BirthDate> parse(@Nullable String typed) {
		if (typed == null || typed.length() > LONGEST) {
			return Optional.empty();
		}
		var text = typed.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
		for (var pattern : List.of(DAY_FIRST, TOGETHER)) {
			var read = pattern.matcher(text);
			if (read.matches()) {
				return of(read.group(3), Integer.parseInt(read.group(2)), read.group(1));
			}
		}
		var iso = YEAR_FIRST.matcher(text);
		if (iso.matches()) {
			return of(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
		}
		var words = MONTH_IN_WORDS.matcher(text);
		return words.matches() ? of(words.group(3), month(words.group(2)), words.group(1)) : Optional.empty();
	}

	/**
	 * A birth date as forms ask for it.
	 * @param value the day
	 * @return "08/05/1941"
	 */
	public static String written(LocalDate value) {
		return WRITTEN.format(value);
	}

	private static int month(String word) {
		var bare = bare(word);
		return 1 + MONTHS.stream().map(BirthDate::bare).toList().indexOf(bare);
	}

	private static String bare(String word) {
		return word.toLowerCase(Locale.FRENCH).replace('é', 'e').replace('û', 'u');
	}

	private static Optional<BirthDate> of(String year, int month, String day) {
		try {
			return Optional.of(new BirthDate(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether somebody alive may have been born then.
	 * @param today the present day
	 * @return false for a day to come, or more than 130 years ago
	 */
	public boolean isPlausibleOn(LocalDate today) {
		return !this.value.isAfter(today) && this.value.isAfter(today.minusYears(OLDEST));
	}

}
