package fr.medecinproche.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says dates, times, distances and amounts as people do, in French or in English.
 * Templates use it as {@code ${@words.day(date)}}. What must not be cut at the end of a
 * line is held by a no-break space (U+00A0), thousands by a narrow one (U+202F).
 */
@Component
public class Words {

	private static final char NO_BREAK = '\u00a0';

	private static final int DETAILED_BELOW_KM = 10;

	private static final int MINUTES_OF_AN_HOUR = 60;

	private final ZoneId zone;

	private final Supplier<Locale> locale;

	@Autowired
	Words(Clock clock) {
		this(clock.getZone(), LocaleContextHolder::getLocale);
	}

	private Words(ZoneId zone, Supplier<Locale> locale) {
		this.zone = zone;
		this.locale = locale;
	}

	/**
	 * The same words in a given language, for what is written outside a request.
	 * @param locale the reader's language
	 * @return words in English for an English locale, in French for any other
	 */
	public Words in(Locale locale) {
		return new Words(this.zone, () -> locale);
	}

	/**
	 * A day with its weekday and year.
	 * @param day any day
	 * @return "jeudi 14 janvier 2027", "vendredi 1er janvier 2027", "Thursday 14 January
	 * 2027"
	 */
	public String day(LocalDate day) {
		return dayWithoutYear(day) + " " + day.getYear();
	}

	/**
	 * A day with its weekday, where the year is obvious.
	 * @param day any day
	 * @return "jeudi 14 janvier", "Thursday 14 January"
	 */
	public String dayWithoutYear(LocalDate day) {
		return weekday(day) + " " + dayOfMonth(day) + NO_BREAK + in("MMMM").format(day);
	}

	/**
	 * A date without its weekday.
	 * @param day any day
	 * @return "14 janvier 2027", "1er janvier 2027", "14 January 2027"
	 */
	public String date(LocalDate day) {
		return dayOfMonth(day) + NO_BREAK + in("MMMM").format(day) + " " + day.getYear();
	}

	/**
	 * The name of the day of the week.
	 * @param day any day
	 * @return "jeudi", "Thursday"
	 */
	public String weekday(LocalDate day) {
		return in("EEEE").format(day);
	}

	/**
	 * A time of day.
	 * @param time any time; seconds are not said
	 * @return "9 h 20", "9 h" on the hour, "9:20 am" in English
	 */
	public String time(LocalTime time) {
		if (english()) {
			return DateTimeFormatter.ofPattern("h:mm", Locale.ENGLISH).format(time) + NO_BREAK
					+ ((time.getHour() < 12) ? "am" : "pm");
		}
		var hour = time.getHour() + String.valueOf(NO_BREAK) + "h";
		return (time.getMinute() == 0) ? hour : hour + NO_BREAK + "%02d".formatted(time.getMinute());
	}

	/**
	 * The time of day of an instant, in mainland France.
	 * @param instant any instant
	 * @return as {@link #time(LocalTime)}
	 */
	public String time(Instant instant) {
		return time(local(instant).toLocalTime());
	}

	/**
	 * A day and a time.
	 * @param day any day
	 * @param time any time
	 * @return "jeudi 14 janvier 2027 à 9 h 20", "Thursday 14 January 2027 at 9:20 am"
	 */
	public String dayAndTime(LocalDate day, LocalTime time) {
		return day(day) + (english() ? " at" : " à") + NO_BREAK + time(time);
	}

	/**
	 * A day and a time.
	 * @param dateTime a time in mainland France
	 * @return as {@link #dayAndTime(LocalDate, LocalTime)}
	 */
	public String dayAndTime(LocalDateTime dateTime) {
		return dayAndTime(dateTime.toLocalDate(), dateTime.toLocalTime());
	}

	/**
	 * A day and a time.
	 * @param instant any instant, said in the time of mainland France
	 * @return as {@link #dayAndTime(LocalDate, LocalTime)}
	 */
	public String dayAndTime(Instant instant) {
		return dayAndTime(local(instant));
	}

	/**
	 * A month.
	 * @param month any month
	 * @return "janvier 2027", "January 2027"
	 */
	public String month(YearMonth month) {
		return in("MMMM").format(month) + " " + month.getYear();
	}

	/**
	 * A distance.
	 * @param km kilometres
	 * @return "moins de 1 km", "4,5 km", "12 km"
	 */
	public String distance(double km) {
		if (km < 1) {
			return (english() ? "less than 1" : "moins de 1") + NO_BREAK + "km";
		}
		var format = NumberFormat.getInstance(spoken());
		format.setMaximumFractionDigits((km < DETAILED_BELOW_KM) ? 1 : 0);
		return format.format(km) + NO_BREAK + "km";
	}

	/**
	 * How long something takes.
	 * @param minutes whole minutes
	 * @return "50 min", "1 h", "1 h 55"
	 */
	public String duration(int minutes) {
		if (minutes < MINUTES_OF_AN_HOUR) {
			return minutes + String.valueOf(NO_BREAK) + "min";
		}
		var hours = minutes / MINUTES_OF_AN_HOUR + String.valueOf(NO_BREAK) + "h";
		int rest = minutes % MINUTES_OF_AN_HOUR;
		return (rest == 0) ? hours : hours + NO_BREAK + "%02d".formatted(rest);
	}

	/**
	 * A point of the globe.
	 * @param latitude degrees north of the equator
	 * @param longitude degrees east of Greenwich, negative west of it
	 * @return "43,5236° nord, 0,1606° est", "43.5236° north, 0.1606° east"
	 */
	public String coordinates(double latitude, double longitude) {
		var format = NumberFormat.getInstance(spoken());
		format.setMinimumFractionDigits(4);
		format.setMaximumFractionDigits(4);
		var north = english() ? "north" : "nord";
		var side = (longitude < 0) ? (english() ? "west" : "ouest") : (english() ? "east" : "est");
		return format.format(latitude) + "°" + NO_BREAK + north + ", " + format.format(Math.abs(longitude)) + "°"
				+ NO_BREAK + side;
	}

	/**
	 * A whole number with its thousands apart.
	 * @param number any whole number
	 * @return "323 497", "323,497" in English
	 */
	public String number(long number) {
		return NumberFormat.getIntegerInstance(spoken()).format(number);
	}

	/**
	 * A number that need not be whole.
	 * @param number any number
	 * @param decimals how many are said at most
	 * @return "12,5", "12" for 12.0, "12.5" in English
	 */
	public String decimal(double number, int decimals) {
		var format = NumberFormat.getInstance(spoken());
		format.setMaximumFractionDigits(decimals);
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(BigDecimal.valueOf(number));
	}

	/**
	 * An amount of money.
	 * @param cents eurocents
	 * @return "420 €", "1 280,50 €", "€1,280.50" in English
	 */
	public String euros(long cents) {
		var format = NumberFormat.getInstance(spoken());
		format.setMinimumFractionDigits((cents % 100 == 0) ? 0 : 2);
		format.setMaximumFractionDigits(2);
		var amount = format.format(cents / 100.0);
		return english() ? "€" + amount : amount + NO_BREAK + "€";
	}

	private LocalDateTime local(Instant instant) {
		return instant.atZone(this.zone).toLocalDateTime();
	}

	private String dayOfMonth(LocalDate day) {
		return (day.getDayOfMonth() == 1 && !english()) ? "1er" : String.valueOf(day.getDayOfMonth());
	}

	private DateTimeFormatter in(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, spoken());
	}

	private Locale spoken() {
		return english() ? Locale.UK : Locale.FRANCE;
	}

	private boolean english() {
		return this.locale.get().getLanguage().equals(Locale.ENGLISH.getLanguage());
	}

}
