package fr.medecinproche.journal;

import java.util.List;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationTest
class JournalTests {

	@Autowired
	private Journal journal;

	@Autowired
	private JournalSeal seal;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private CleanDatabase database;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void notes_an_act_only_if_the_transaction_that_does_it_ends_well() {
		note(1);
		this.transaction.executeWithoutResult((status) -> {
			note(2);
			status.setRollbackOnly();
		});
		assertThat(labels()).isEqualTo(List.of("lieu 1"));
		assertThat(this.seal.firstBreak()).isEmpty();
		assertThat(this.seal.last()).hasValueSatisfying((last) -> assertThat(last.number()).isEqualTo(1));
	}

	@Test
	void follows_its_entries_one_after_another_when_eight_people_act_at_once() throws Exception {
		Race.of(8, (runner) -> {
			for (int i = 0; i < 10; i++) {
				note(runner);
			}
			return null;
		});
		assertThat(labels()).hasSize(80);
		assertThat(this.seal.firstBreak()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "update journal_entry set label = 'x'", "delete from journal_entry", "truncate journal_entry" })
	void lets_nobody_change_what_was_noted(String sql) {
		note(1);
		var refused = catchThrowableOfType(DataAccessException.class, () -> this.jdbc.sql(sql).update());
		assertThat(BrokenConstraint.of(refused)).isEqualTo("journal_entry_stays");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update journal_entry set label = 'autre lieu' where number = 2",
			"update journal_entry set noted_at = noted_at + interval '1 second' where number = 2",
			"update journal_entry set departement = '32' where number = 2",
			"update journal_entry set hash = repeat('a', 64) where number = 2",
			"delete from journal_entry where number = 2" })
	void shows_what_was_changed_by_somebody_who_switched_the_triggers_off(String sql) {
		for (int i = 1; i <= 4; i++) {
			note(i);
		}
		this.jdbc.sql("set session_replication_role = replica; " + sql + "; set session_replication_role = default")
			.update();
		assertThat(this.seal.firstBreak()).hasValueSatisfying((number) -> assertThat(number).isBetween(2L, 3L));
	}

	@Test
	void gives_away_entries_cut_off_at_the_end_by_the_hash_written_down_elsewhere() {
		note(1);
		note(2);
		var before = this.seal.last();
		this.jdbc
			.sql("set session_replication_role = replica; delete from journal_entry where number = 2; "
					+ "set session_replication_role = default")
			.update();
		note(3);
		assertThat(this.seal.firstBreak()).isEmpty();
		assertThat(this.seal.last()).isNotEqualTo(before);
	}

	private void note(int number) {
		this.journal.note(new Act("site.opened", "site:" + number, "lieu " + number, null));
	}

	private List<String> labels() {
		return this.jdbc.sql("select label from journal_entry order by number").query(String.class).list();
	}

}
