package fr.medecinproche.schedule.web;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDayWish;
import fr.medecinproche.schedule.ShownMonth;
import fr.medecinproche.volunteer.Availability;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Which half-days a doctor wants to see, as the address says it. What makes no sense is
 * left aside: a filter is never an error.
 *
 * @param mois the month, such as "2027-01"
 * @param jour one day of that month, such as "2027-01-12"
 * @param vue "calendrier" for the calendar, the list otherwise
 * @param zone the SIREN of a zone
 * @param distance how far at most, one of {@link Availability#DISTANCES}; empty for any,
 * null when the doctor has not chosen
 * @param jours weekdays; null when the doctor has not chosen
 * @param present which boxes are ticked: "journee" for whole days, "secretariat",
 * "logement"
 * @param logiciel the software
 * @param choix present when the doctor has chosen, be it nothing
 * @param page which page, from 0
 */
record HalfDayFilter(@Nullable String mois, @Nullable String jour, @Nullable String vue, @Nullable String zone,
		@Nullable String distance, @Nullable List<String> jours, @Nullable List<String> present,
		@Nullable String logiciel, @Nullable String choix, @Nullable String page) {

	static final String PATH = "/medecin/demi-journees";

	/** What may be ticked. */
	static final List<String> BOXES = List.of("journee", "secretariat", "logement");

	private static final String CALENDAR = "calendrier";

	/** Another month or presentation forgets the day; a day is shown as a list. */
	private static final Map<String, String> FORGOTTEN = Map.of("mois", "jour", "vue", "jour", "jour", "vue");

	private static final int DIGITS_OF_A_PAGE = 6;

	/**
	 * What a doctor who has not chosen sees first.
	 * @param usual the days and the distance that usually suit
	 * @return the same filter with those filled in, once the doctor has chosen the very
	 * same
	 */
	HalfDayFilter orUsual(Availability usual) {
		boolean chosen = this.choix != null;
		var km = (usual.maxDistanceKm() != null) ? usual.maxDistanceKm().toString() : "";
		var days = usual.prefersDays() ? usual.weekdays().stream().sorted().map(DayOfWeek::name).toList()
				: List.<String>of();
		return new HalfDayFilter(this.mois, this.jour, this.vue, this.zone,
				(chosen || this.distance != null) ? this.distance : km,
				(chosen || this.jours != null) ? this.jours : days, this.present, this.logiciel, this.choix, this.page);
	}

	ShownMonth shownMonth(YearMonth present) {
		return ShownMonth.of(this.mois, present, 0);
	}

	HalfDayWish wish(YearMonth month) {
		return new HalfDayWish(month, day(month), weekdays(), has("journee"),
				new HalfDayWish.Place(wantedZone(), withinKm(), has("secretariat"), has("logement"), wantedSoftware()));
	}

	public boolean isCalendar() {
		return CALENDAR.equals(this.vue);
	}

	public @Nullable LocalDate day(YearMonth month) {
		try {
			var day = (this.jour != null) ? LocalDate.parse(this.jour) : null;
			return (day != null && YearMonth.from(day).equals(month)) ? day : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	public Set<DayOfWeek> weekdays() {
		var wanted = new LinkedHashSet<DayOfWeek>();
		Arrays.stream(DayOfWeek.values())
			.filter((day) -> this.jours != null && this.jours.contains(day.name()))
			.forEach(wanted::add);
		return wanted;
	}

	public boolean has(String box) {
		return this.present != null && this.present.contains(box);
	}

	public @Nullable String wantedZone() {
		return wellFormed(this.zone);
	}

	public @Nullable String wantedSoftware() {
		return wellFormed(this.logiciel);
	}

	private static @Nullable String wellFormed(@Nullable String text) {
		return StringUtils.hasText(text) && text.chars().noneMatch(Character::isISOControl) ? text : null;
	}

	public @Nullable Integer withinKm() {
		return Availability.DISTANCES.stream()
			.filter((km) -> km.toString().equals(this.distance))
			.findFirst()
			.orElse(null);
	}

	int pageNumber() {
		return (this.page != null && this.page.matches("[0-9]{1," + DIGITS_OF_A_PAGE + "}"))
				? Integer.parseInt(this.page) : 0;
	}

	/**
	 * How many choices narrow the list, the day apart.
	 * @return 0 when everything is shown
	 */
	public int choices() {
		return (int) Stream.of(wantedZone(), withinKm(), wantedSoftware()).filter(Objects::nonNull).count()
				+ (weekdays().isEmpty() ? 0 : 1) + (int) BOXES.stream().filter(this::has).count();
	}

	/**
	 * What the next page must be told to show the same, the page number apart.
	 * @return names and values, some names several times
	 */
	public List<Map.Entry<String, String>> kept() {
		var single = Stream.of(entry("mois", wellFormed(this.mois)), entry("jour", wellFormed(this.jour)),
				entry("vue", wellFormed(this.vue)), entry("zone", wantedZone()), entry("logiciel", wantedSoftware()),
				Map.entry("choix", "1"), entry("distance", wellFormed(this.distance)));
		var several = Stream.concat(weekdays().stream().map((day) -> Map.entry("jours", day.name())),
				BOXES.stream().filter(this::has).map((box) -> Map.entry("present", box)));
		return Stream.concat(single, several).filter((entry) -> !entry.getValue().isEmpty()).toList();
	}

	private static Map.Entry<String, String> entry(String name, @Nullable String value) {
		return Map.entry(name, (value != null) ? value : "");
	}

	/**
	 * The address of the same choices with another month, day or presentation.
	 * @param replaced "mois", "jour", "vue" or "page"
	 * @param value its value, null for none
	 * @return a path of this page
	 */
	public String with(String replaced, @Nullable Object value) {
		var others = kept().stream()
			.filter((entry) -> !entry.getKey().equals(replaced))
			.filter((entry) -> !FORGOTTEN.getOrDefault(replaced, "").equals(entry.getKey()));
		var said = (value != null) ? Stream.of(Map.entry(replaced, value.toString()))
				: Stream.<Map.Entry<String, String>>empty();
		return Stream.concat(others, said)
			.map((entry) -> entry.getKey() + "=" + UriUtils.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", PATH + "?", ""));
	}

}
