package fr.medecinproche.matching;

import java.util.List;
import java.util.stream.Stream;

import fr.medecinproche.matching.Candidate.Wish;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is invited first, and why.
 */
class CandidateTests {

	private static Candidate candidate(long id, double km, boolean knowsSite, Wish day, Wish road) {
		return new Candidate(id, km, knowsSite, day, road);
	}

	private static List<Long> inOrder(Candidate... candidates) {
		return Stream.of(candidates).sorted(Candidate.ORDER).map(Candidate::volunteerId).toList();
	}

	@Test
	void who_knows_the_site_comes_before_who_is_free_that_day_and_who_is_near() {
		var knows = candidate(1, 140, true, Wish.NOT_MET, Wish.NOT_MET);
		var free = candidate(2, 90, false, Wish.MET, Wish.NOT_MET);
		var reaches = candidate(3, 40, false, Wish.NONE, Wish.MET);
		var near = candidate(4, 1, false, Wish.NONE, Wish.NONE);
		assertThat(inOrder(near, reaches, free, knows)).containsExactly(1L, 2L, 3L, 4L);
		assertThat(Stream.of(knows, free, reaches, near).map(Candidate::reason)).containsExactly(
				StandInReason.KNOWS_SITE, StandInReason.FREE_THAT_DAY, StandInReason.WITHIN_REACH,
				StandInReason.NEAREST);
	}

	@Test
	void who_asked_for_other_days_or_a_shorter_road_comes_after_who_asked_for_nothing() {
		assertThat(
				inOrder(candidate(1, 1, false, Wish.NOT_MET, Wish.MET), candidate(2, 90, false, Wish.NONE, Wish.NONE)))
			.containsExactly(2L, 1L);
		assertThat(
				inOrder(candidate(1, 1, false, Wish.NONE, Wish.NOT_MET), candidate(2, 90, false, Wish.NONE, Wish.NONE)))
			.containsExactly(2L, 1L);
	}

	@Test
	void all_else_being_equal_the_nearest_comes_first_then_who_came_first() {
		assertThat(inOrder(candidate(3, 20, false, Wish.NONE, Wish.NONE), candidate(2, 20, false, Wish.NONE, Wish.NONE),
				candidate(1, 30, false, Wish.NONE, Wish.NONE)))
			.containsExactly(2L, 3L, 1L);
	}

}
