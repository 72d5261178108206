package fr.medecinproche.web;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalendarFileTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static final Instant NOW = Instant.parse("2027-01-04T07:00:00Z");

	@BeforeAll
	static void the_parser_stays_offline() {
		System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
	}

	@Test
	void another_parser_reads_what_was_written() throws Exception {
		var event = morningOf(LocalDate.of(2027, 1, 12)).at("Maison de santé, 3 rue de l’Église, 32230 Marciac")
			.describedAs("Apportez votre carte Vitale.")
			.linkedTo(URI.create("https://example.org/lieux/marciac"));
		var read = onlyEventOf(CalendarFile.of(event));
		assertThat(value(read, Property.UID)).isEqualTo("appointment-7@example.org");
		assertThat(value(read, Property.SUMMARY)).isEqualTo("Rendez-vous médical");
		assertThat(value(read, Property.LOCATION)).isEqualTo("Maison de santé, 3 rue de l’Église, 32230 Marciac");
		assertThat(value(read, Property.DESCRIPTION)).isEqualTo("Apportez votre carte Vitale.");
		assertThat(value(read, Property.URL)).isEqualTo("https://example.org/lieux/marciac");
		assertThat(value(read, Property.STATUS)).isEqualTo("CONFIRMED");
		assertThat(value(read, Property.SEQUENCE)).isEqualTo("0");
		assertThat(value(read, Property.DTSTAMP)).isEqualTo("20270104T070000Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-01-12", "2027-07-13", "2027-03-28", "2027-10-31" })
	void nine_o_clock_is_nine_o_clock_in_winter_in_summer_and_on_both_days_of_change(LocalDate day) throws Exception {
		var read = onlyEventOf(CalendarFile.of(morningOf(day)));
		assertThat(instant(read, Property.DTSTART)).isEqualTo(day.atTime(9, 0).atZone(PARIS).toInstant());
		assertThat(instant(read, Property.DTEND)).isEqualTo(day.atTime(12, 30).atZone(PARIS).toInstant());
		assertThat(value(read, Property.DTSTART)).endsWith("T090000");
	}

	@Test
	void the_hour_that_comes_twice_in_october_is_told_apart() throws Exception {
		var first = Instant.parse("2027-10-31T00:30:00Z");
		var second = Instant.parse("2027-10-31T01:30:00Z");
		for (var start : List.of(first, second)) {
			var event = CalendarEvent.of("night@example.org", start, start.plusSeconds(600), "Garde", NOW);
			assertThat(instant(onlyEventOf(CalendarFile.of(event)), Property.DTSTART)).isEqualTo(start);
		}
	}

	@Test
	void no_line_is_longer_than_75_octets_nor_cuts_a_character() throws Exception {
		for (int shift = 0; shift < 80; shift++) {
			var place = "x".repeat(shift) + "éàœ€👩‍⚕️ç".repeat(40);
			var file = CalendarFile.of(morningOf(LocalDate.of(2027, 1, 12)).at(place));
			for (var line : lines(file.bytes())) {
				assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
			}
			assertThat(value(onlyEventOf(file), Property.LOCATION)).isEqualTo(place);
		}
	}

	@Test
	void every_line_ends_with_crlf() {
		var text = CalendarFile.of(morningOf(LocalDate.of(2027, 1, 12))).text();
		assertThat(text).endsWith("END:VCALENDAR\r\n");
		assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
	}

	@Test
	void escapes_what_would_end_a_value_or_a_line() throws Exception {
		var text = "C:\\clé ; premier, second\r\nTroisième\nEND:VEVENT";
		var file = CalendarFile.of(morningOf(LocalDate.of(2027, 1, 12)).describedAs(text));
		assertThat(file.text()).contains("DESCRIPTION:C:\\\\clé \\; premier\\, second\\nTroisième\\nEND:VEVENT");
		assertThat(value(onlyEventOf(file), Property.DESCRIPTION)).isEqualTo(text.replace("\r\n", "\n"));
	}

	@Test
	void control_characters_and_hidden_lines_do_not_pass() {
		var file = CalendarFile
			.cancellation("rdv@example.org\r\nX-EVIL:1", "a@example.org\nX-EVIL:2",
					morningOf(LocalDate.of(2027, 1, 12)).at("Lieu\u0000\u0007\u0085"))
			.text();
		assertThat(file).doesNotContainPattern("(?m)^X-EVIL").contains("LOCATION:Lieu\r\n");
	}

	@Test
	void an_invitation_then_its_cancellation_concern_the_same_entry() throws Exception {
		var event = morningOf(LocalDate.of(2027, 1, 12)).revised(2);
		var invitation = parse(CalendarFile.invitation("rdv@example.org", "aline.roux@example.org", event));
		var cancellation = parse(
				CalendarFile.cancellation("rdv@example.org", "aline.roux@example.org", event.cancel()));
		assertThat(invitation.<Property>getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("REQUEST");
		assertThat(cancellation.<Property>getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("CANCEL");
		var invited = onlyEventOf(invitation);
		var cancelled = onlyEventOf(cancellation);
		assertThat(value(cancelled, Property.UID)).isEqualTo(value(invited, Property.UID));
		assertThat(value(invited, Property.SEQUENCE)).isEqualTo("2");
		assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("3");
		assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
		assertThat(value(cancelled, Property.ATTENDEE)).isEqualTo("mailto:aline.roux@example.org");
		assertThat(value(cancelled, Property.ORGANIZER)).isEqualTo("mailto:rdv@example.org");
	}

	@Test
	void a_file_sent_for_information_says_who_sends_it() throws Exception {
		var file = parse(CalendarFile.published("rdv@example.org", morningOf(LocalDate.of(2027, 1, 12))));
		assertThat(file.<Property>getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("PUBLISH");
		assertThat(value(onlyEventOf(file), Property.ORGANIZER)).isEqualTo("mailto:rdv@example.org");
	}

	@Test
	void refuses_an_entry_that_ends_before_it_starts() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> CalendarEvent.of("x@example.org", NOW, NOW, "Rendez-vous", NOW));
	}

	private static CalendarEvent morningOf(LocalDate day) {
		return CalendarEvent.of("appointment-7@example.org", at(day, LocalTime.of(9, 0)), at(day, LocalTime.of(12, 30)),
				"Rendez-vous médical", NOW);
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(PARIS).toInstant();
	}

	private static List<String> lines(byte[] file) throws CharacterCodingException {
		// a strict decoder fails on half a character
		var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		return List.of(text.split("\r\n"));
	}

	private static VEvent onlyEventOf(CalendarFile file) throws Exception {
		return onlyEventOf(parse(file));
	}

	private static VEvent onlyEventOf(Calendar calendar) {
		assertThat(calendar.<VEvent>getComponents("VEVENT")).hasSize(1);
		return calendar.<VEvent>getComponents("VEVENT").getFirst();
	}

	private static Calendar parse(CalendarFile file) throws Exception {
		var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file.bytes()));
		assertThat(calendar.validate().getEntries()).isEmpty();
		return calendar;
	}

	private static String value(VEvent event, String property) {
		return event.<Property>getProperty(property).orElseThrow().getValue();
	}

	private static Instant instant(VEvent event, String property) {
		Temporal date = event.<DateProperty<?>>getProperty(property).orElseThrow().getDate();
		return switch (date) {
			case Instant instant -> instant;
			case ZonedDateTime zoned -> zoned.toInstant();
			case OffsetDateTime offset -> offset.toInstant();
			default -> throw new IllegalStateException("no instant: " + date.getClass());
		};
	}

}
