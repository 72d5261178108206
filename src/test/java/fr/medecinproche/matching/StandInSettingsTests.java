package fr.medecinproche.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Optional;

import fr.medecinproche.schedule.HalfDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Until when a stand-in is looked for.
 */
class StandInSettingsTests {

	private static final StandInSettings USUAL = new StandInSettings(Duration.ofDays(3), Duration.ofHours(18),
			Duration.ofHours(2), 3, Duration.ofHours(6), 150, Period.ofMonths(6));

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(HalfDay.ZONE).toInstant();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "never", textBlock = """
			three days                      | 2027-01-04T10:00 | 2027-01-12T09:00 | 2027-01-07T10:00
			not past the eve                | 2027-01-10T10:00 | 2027-01-12T09:00 | 2027-01-11T15:00
			not late at night               | 2027-01-04T23:00 | 2027-01-12T09:00 | 2027-01-07T20:00
			not early in the morning        | 2027-01-04T03:00 | 2027-01-12T09:00 | 2027-01-06T20:00
			two hours are enough            | 2027-01-11T13:00 | 2027-01-12T09:00 | 2027-01-11T15:00
			less is not                     | 2027-01-11T13:01 | 2027-01-12T09:00 | never
			nor after it began              | 2027-01-12T10:00 | 2027-01-12T09:00 | never
			summer time begins on the 28th  | 2027-03-26T10:00 | 2027-03-29T09:00 | 2027-03-28T15:00
			summer time ends on the 31st    | 2027-10-29T10:00 | 2027-11-01T09:00 | 2027-10-31T15:00
			""")
	void ends_by_day_and_early_enough_to_tell_the_patients(String when, String now, String begins, String deadline) {
		assertThat(USUAL.deadline(at(now), at(begins))).as(when)
			.isEqualTo(Optional.ofNullable(deadline).map(StandInSettingsTests::at));
	}

}
