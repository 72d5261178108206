package fr.medecinproche.privacy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is held of a doctor.
 */
@Component
@Transactional(readOnly = true)
class DoctorData {

	private final JdbcClient jdbc;

	DoctorData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is held of a doctor.
	 * @param accountId the doctor's account
	 * @return one part for each kind, without those that hold nothing
	 */
	List<Part> of(long accountId) {
		var ids = new HashMap<String, @Nullable Object>();
		ids.put("account", accountId);
		ids.put("doctor",
				this.jdbc.sql("select id from volunteer where account_id = ?")
					.param(accountId)
					.query(Long.class)
					.optional()
					.orElse(null));
		return Arrays.stream(DoctorTable.values())
			.map((table) -> new Part(table.key(),
					this.jdbc.sql(table.sql()).params(ids).query((row, number) -> held(row)).list()))
			.filter((part) -> !part.rows().isEmpty())
			.toList();
	}

	private static List<Held> held(ResultSet row) throws SQLException {
		var columns = row.getMetaData();
		var held = new ArrayList<Held>();
		for (int at = 1; at <= columns.getColumnCount(); at++) {
			var name = columns.getColumnLabel(at).split("\\|");
			var value = value(row, at);
			if (value != null && !List.of().equals(value)) {
				held.add(new Held(name[0], value, (name.length > 1) ? name[1] : null));
			}
		}
		return List.copyOf(held);
	}

	private static @Nullable Object value(ResultSet row, int at) throws SQLException {
		return switch (row.getObject(at)) {
			case Timestamp instant -> instant.toInstant();
			case java.sql.Date day -> row.getObject(at, LocalDate.class);
			case java.sql.Time time -> row.getObject(at, LocalTime.class);
			case Array array -> List.of((Object[]) array.getArray());
			case null -> null;
			case Object other -> other;
		};
	}

	/**
	 * What is held of one kind.
	 *
	 * @param key which
	 * @param rows what each row says; nothing is said of what is not known
	 */
	record Part(String key, List<List<Held>> rows) {
	}

	/**
	 * Something that is held.
	 *
	 * @param name what it is
	 * @param value a text, a number, a yes or no, a day, a time, or several
	 * @param words the beginning of the keys of its words, or "€", null when it speaks
	 * for itself
	 */
	record Held(String name, Object value, @Nullable String words) {

		boolean isMoney() {
			return "€".equals(this.words);
		}

	}

}
