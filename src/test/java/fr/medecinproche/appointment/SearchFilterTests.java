package fr.medecinproche.appointment;

import java.time.LocalDate;

import fr.medecinproche.appointment.SearchFilter.Criterion;
import fr.medecinproche.schedule.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchFilterTests {

	private static final SearchFilter ALL = new SearchFilter(10, LocalDate.of(2027, 1, 12), LocalDate.of(2027, 1, 13),
			Period.MORNING, true, true, true);

	@Test
	void an_open_search_has_no_criterion_and_wants_any_time() {
		assertThat(SearchFilter.ANY.criteria()).isEmpty();
		assertThat(SearchFilter.ANY.wantsAnyTime()).isTrue();
		assertThat(ALL.criteria()).containsExactly(Criterion.values());
		assertThat(ALL.wantsAnyTime()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void dropping_a_criterion_leaves_the_others(Criterion criterion) {
		assertThat(ALL.without(criterion).criteria()).doesNotContain(criterion).hasSize(Criterion.values().length - 1);
		assertThat(SearchFilter.ANY.without(criterion)).isEqualTo(SearchFilter.ANY);
	}

	@Test
	void distance_and_steps_are_about_the_site_not_its_times() {
		assertThat(new SearchFilter(10, null, null, null, true, false, false).wantsAnyTime()).isTrue();
	}

}
