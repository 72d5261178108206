package fr.medecinproche.volunteer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.medecinproche.volunteer.FileAuthor.Kind;
import fr.medecinproche.volunteer.FileRefusedException.Reason;
import fr.medecinproche.volunteer.FileStatus.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static fr.medecinproche.volunteer.FileStatus.ACTIVE;
import static fr.medecinproche.volunteer.FileStatus.ACTIVITY_DECLARED;
import static fr.medecinproche.volunteer.FileStatus.CPAM_NUMBER_GIVEN;
import static fr.medecinproche.volunteer.FileStatus.ORDRE_CHECK;
import static fr.medecinproche.volunteer.FileStatus.REFUSED;
import static fr.medecinproche.volunteer.FileStatus.SENT_BACK;
import static fr.medecinproche.volunteer.FileStatus.SUBMITTED;
import static fr.medecinproche.volunteer.FileStatus.SUSPENDED;
import static fr.medecinproche.volunteer.FileStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileStatusTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

	/** Written out once more, by hand: a slip in the rule shows here. */
	private static final Map<FileStatus, Set<FileStatus>> AGENTS = Map.of(SUBMITTED,
			Set.of(SENT_BACK, ORDRE_CHECK, REFUSED, WITHDRAWN), SENT_BACK, Set.of(SUBMITTED, REFUSED, WITHDRAWN),
			ORDRE_CHECK, Set.of(SUBMITTED, SENT_BACK, ACTIVITY_DECLARED, REFUSED, WITHDRAWN), ACTIVITY_DECLARED,
			Set.of(ORDRE_CHECK, SENT_BACK, CPAM_NUMBER_GIVEN, REFUSED, WITHDRAWN), CPAM_NUMBER_GIVEN,
			Set.of(ACTIVITY_DECLARED, SENT_BACK, ACTIVE, REFUSED, WITHDRAWN), ACTIVE, Set.of(SUSPENDED, WITHDRAWN),
			SUSPENDED, Set.of(ACTIVE, WITHDRAWN), WITHDRAWN, Set.of(SUBMITTED), REFUSED, Set.of(SUBMITTED));

	private static final Map<FileStatus, Set<FileStatus>> DOCTORS = Map.of(SUBMITTED, Set.of(WITHDRAWN), SENT_BACK,
			Set.of(SUBMITTED, WITHDRAWN), ORDRE_CHECK, Set.of(ACTIVITY_DECLARED, WITHDRAWN), ACTIVITY_DECLARED,
			Set.of(CPAM_NUMBER_GIVEN, WITHDRAWN), CPAM_NUMBER_GIVEN, Set.of(WITHDRAWN), ACTIVE, Set.of(WITHDRAWN),
			SUSPENDED, Set.of(WITHDRAWN), WITHDRAWN, Set.of(SUBMITTED), REFUSED, Set.of());

	static Stream<Arguments> everyPair() {
		return Arrays.stream(FileStatus.values())
			.flatMap((from) -> Arrays.stream(FileStatus.values()).map((to) -> Arguments.of(from, to)));
	}

	static boolean allowed(FileStatus from, FileStatus to, Kind author) {
		return switch (author) {
			case AGENT -> AGENTS.get(from).contains(to);
			case DOCTOR -> DOCTORS.get(from).contains(to);
			case SYSTEM -> to == WITHDRAWN && AGENTS.get(from).contains(to);
		};
	}

	@ParameterizedTest
	@MethodSource("everyPair")
	void a_file_goes_only_where_it_may_and_by_whom_it_may(FileStatus from, FileStatus to) {
		for (var author : Kind.values()) {
			assertThat(from.mayBecome(to, author)).as("by %s", author).isEqualTo(allowed(from, to, author));
			var somebody = new FileAuthor(author, (author == Kind.SYSTEM) ? null : 7L);
			var position = new FilePosition(from, (short) 3, MONDAY);
			var move = new FileMove(to, MONDAY.plusDays(1), "parce que");
			if (allowed(from, to, author)) {
				assertThat(position.after(move, somebody, MONDAY.plusDays(2)))
					.isEqualTo(new FilePosition(to, (short) 4, MONDAY.plusDays(1)));
			}
			else {
				assertThatExceptionOfType(FileRefusedException.class)
					.isThrownBy(() -> position.after(move, somebody, MONDAY.plusDays(2)))
					.extracting(FileRefusedException::reason)
					.isEqualTo(Reason.NOT_FROM_HERE);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("everyPair")
	void what_holds_a_file_up_is_explained(FileStatus from, FileStatus to) {
		var held = Set.of(SENT_BACK, REFUSED, SUSPENDED, WITHDRAWN).contains(to);
		var back = Map.of(ORDRE_CHECK, SUBMITTED, ACTIVITY_DECLARED, ORDRE_CHECK, CPAM_NUMBER_GIVEN, ACTIVITY_DECLARED);
		if (allowed(from, to, Kind.AGENT)) {
			assertThat(from.mustExplain(to, Kind.AGENT)).isEqualTo(held || to == back.get(from));
		}
		if (allowed(from, to, Kind.DOCTOR)) {
			assertThat(from.mustExplain(to, Kind.DOCTOR)).isFalse();
		}
	}

	@Test
	void an_explanation_of_blanks_is_none() {
		assertThatExceptionOfType(FileRefusedException.class)
			.isThrownBy(() -> FilePosition.submitted(MONDAY)
				.after(new FileMove(REFUSED, MONDAY, " \n"), FileAuthor.agent(7), MONDAY))
			.extracting(FileRefusedException::reason)
			.isEqualTo(Reason.NOT_EXPLAINED);
	}

	@Test
	void a_step_is_neither_before_the_last_one_nor_in_the_future() {
		var position = FilePosition.submitted(MONDAY);
		for (int day = 0; day <= 2; day++) {
			assertThat(position
				.after(new FileMove(ORDRE_CHECK, MONDAY.plusDays(day), null), FileAuthor.agent(7), MONDAY.plusDays(2))
				.since()).isEqualTo(MONDAY.plusDays(day));
		}
		assertThat(refusal(position, MONDAY.minusDays(1))).isEqualTo(Reason.BEFORE_THE_LAST_STEP);
		assertThat(refusal(position, MONDAY.plusDays(3))).isEqualTo(Reason.IN_THE_FUTURE);
	}

	private static Reason refusal(FilePosition position, LocalDate day) {
		try {
			position.after(new FileMove(ORDRE_CHECK, day, null), FileAuthor.agent(7), MONDAY.plusDays(2));
			throw new AssertionError("was not refused");
		}
		catch (FileRefusedException ex) {
			return ex.reason();
		}
	}

	@ParameterizedTest
	@EnumSource
	void somebody_acts_as_long_as_the_file_is_on_its_way(FileStatus status) {
		assertThat(status.whoActs() == Party.NOBODY).isEqualTo(!status.isPending());
		assertThat(FileStatus.awaiting(status.whoActs())).contains(status);
	}

	@Test
	void the_way_leads_from_the_application_to_the_first_half_day() {
		assertThat(SUBMITTED.ahead()).containsExactly(ORDRE_CHECK, ACTIVITY_DECLARED, CPAM_NUMBER_GIVEN, ACTIVE);
		assertThat(CPAM_NUMBER_GIVEN.ahead()).containsExactly(ACTIVE);
		for (var ended : List.of(ACTIVE, SENT_BACK, SUSPENDED, WITHDRAWN, REFUSED)) {
			assertThat(ended.ahead()).as(ended.name()).isEmpty();
		}
		for (int at = 1; at < FileStatus.PATH.size(); at++) {
			assertThat(FileStatus.PATH.get(at - 1).next()).contains(FileStatus.PATH.get(at));
		}
	}

}
