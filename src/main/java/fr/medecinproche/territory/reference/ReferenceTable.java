package fr.medecinproche.territory.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table to be made equal to given rows, in one statement for the rows that are new or
 * differ, and one for those that are gone. Rows that belong to the agency, because agents
 * brought or changed them, are neither written nor removed. Names and types are constants
 * of the code, never data.
 */
class ReferenceTable {

	private final String name;

	private final int keys;

	private final String owner;

	private final String ownerKey;

	private final String ownKey;

	private final List<String> columns = new ArrayList<>();

	private final List<String> types = new ArrayList<>();

	private final List<Object[]> rows = new ArrayList<>();

	/**
	 * Describes a table.
	 * @param name its name
	 * @param owner which row says to whom a row belongs, such as "commune.insee = zone"
	 * where the column zone holds the insee of that commune
	 * @param keys how many of its columns, the first ones, tell its rows apart
	 * @param columns its columns, each with its type, such as "insee text"
	 */
	ReferenceTable(String name, String owner, int keys, String... columns) {
		this.name = name;
		this.keys = keys;
		this.owner = owner.substring(0, owner.indexOf('.'));
		this.ownerKey = owner.substring(owner.indexOf('.') + 1, owner.indexOf(" = "));
		this.ownKey = owner.substring(owner.indexOf(" = ") + 3);
		for (String column : columns) {
			this.columns.add(column.substring(0, column.indexOf(' ')));
			this.types.add(column.substring(column.indexOf(' ') + 1));
		}
	}

	void add(Object... row) {
		this.rows.add(row);
	}

	int size() {
		return this.rows.size();
	}

	/**
	 * Inserts new rows and updates those that differ.
	 * @return how many
	 */
	int write(Connection connection) throws SQLException {
		var key = String.join(", ", this.columns.subList(0, this.keys));
		var others = this.columns.subList(this.keys, this.columns.size());
		var update = others.isEmpty() ? "nothing" : "update set "
				+ others.stream().map((column) -> column + " = excluded." + column).collect(Collectors.joining(", "))
				+ " where (" + prefixed(others, this.name) + ") is distinct from (" + prefixed(others, "excluded")
				+ ")";
		return execute(connection,
				"insert into " + this.name + " (" + String.join(", ", this.columns) + ") select * from unnest("
						+ markers(this.columns.size()) + ") as given (" + String.join(", ", this.columns)
						+ ") where not " + belongsToTheAgency("given") + " on conflict (" + key + ") do " + update,
				this.columns.size());
	}

	/**
	 * Deletes the rows that are gone.
	 * @return how many
	 */
	int removeOthers(Connection connection) throws SQLException {
		var key = this.columns.subList(0, this.keys);
		return execute(connection,
				"delete from " + this.name + " where (" + String.join(", ", key) + ") not in (select * from unnest("
						+ markers(this.keys) + ")) and not " + belongsToTheAgency(this.name),
				this.keys);
	}

	private String belongsToTheAgency(String row) {
		return "exists (select from " + this.owner + " owner where owner." + this.ownerKey + " = " + row + "."
				+ this.ownKey + " and owner.origin = 'AGENCY')";
	}

	/** Lets the very first search choose its index on true statistics. */
	void analyze(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("analyze " + this.name);
		}
	}

	private int execute(Connection connection, String sql, int arrays) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < arrays; i++) {
				int column = i;
				statement.setArray(i + 1, connection.createArrayOf(this.types.get(i),
						this.rows.stream().map((row) -> row[column]).toArray()));
			}
			return statement.executeUpdate();
		}
	}

	private static String prefixed(List<String> columns, String prefix) {
		return columns.stream().map((column) -> prefix + "." + column).collect(Collectors.joining(", "));
	}

	private static String markers(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "?").collect(Collectors.joining(", "));
	}

}
