package fr.medecinproche.insight;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedVisitsTests {

	private static PublishedVisits published(long booked, long honoured, long absent, long without) {
		return PublishedVisits.of(new Tally(0, 0, 0, 0, 0, booked, honoured, absent, without, 0, 0));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "s",
			value = { "0, 0, 0, 0, 0, 0, 0, 0", "4, 4, 0, 0, s, s, s, s", "5, 5, 0, 5, 5, 5, 0, 5",
					"20, 16, 4, 10, 20, s, s, 10", "20, 15, 5, 10, 20, 15, 5, 10", "20, 10, 6, 10, 20, s, s, 10",
					"20, 20, 0, 4, 20, 20, 0, s", "20, 20, 0, 16, 20, 20, 0, s", "20, 20, 0, 20, 20, 20, 0, 20" })
	void few_patients_are_hidden_and_so_is_what_would_give_them_away(long booked, long honoured, long absent,
			long without, Long shownBooked, Long shownHonoured, Long shownAbsent, Long shownWithout) {
		assertThat(published(booked, honoured, absent, without))
			.isEqualTo(new PublishedVisits(shownBooked, shownHonoured, shownAbsent, shownWithout));
	}

	@Test
	void no_sum_or_difference_of_what_is_shown_is_one_of_a_few_patients() {
		LongStream.rangeClosed(0, 14)
			.forEach((booked) -> LongStream.rangeClosed(0, booked)
				.forEach((honoured) -> LongStream.rangeClosed(0, booked - honoured)
					.forEach((absent) -> tellsOfNoFew(published(booked, honoured, absent, honoured)))));
	}

	private static void tellsOfNoFew(PublishedVisits shown) {
		if (shown.booked() == null) {
			assertThat(shown.honoured()).isNull();
			assertThat(shown.absent()).isNull();
			assertThat(shown.withoutRegularDoctor()).isNull();
			return;
		}
		if (shown.honoured() != null && shown.absent() != null) {
			assertThat(
					LongStream.of(shown.honoured(), shown.absent(), shown.booked() - shown.honoured() - shown.absent()))
				.noneMatch((patients) -> patients >= 1 && patients <= 4);
		}
		// one of them without the other would be found by a subtraction
		assertThat(shown.honoured() == null).isEqualTo(shown.absent() == null);
	}

}
