package fr.medecinproche.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.web.UploadedTable;
import fr.medecinproche.web.UploadedTable.Column;

/**
 * Addresses somebody passed on, each once, as they were pasted or sent in a file.
 *
 * @param addresses what can be written to
 * @param unreadable the numbers of the lines in which there is something else
 */
public record AddressList(Set<EmailAddress> addresses, List<Integer> unreadable) {

	/** The column of a file that is read; no other is. */
	public static final List<Column> COLUMNS = List
		.of(Column.required("e-mail", "mail", "adresse e-mail", "adresse mail", "courriel", "adresse électronique"));

	public AddressList {
		addresses = new LinkedHashSet<>(addresses);
		unreadable = List.copyOf(unreadable);
	}

	/**
	 * Reads what was pasted: addresses with anything between them, names too.
	 * @param pasted any text
	 * @return what is in it
	 */
	public static AddressList of(String pasted) {
		return of(pasted.lines().toList(), 1);
	}

	/**
	 * Reads a file.
	 * @param table with the {@link #COLUMNS}
	 * @return what is in it
	 */
	public static AddressList of(UploadedTable table) {
		var found = new LinkedHashSet<EmailAddress>();
		var wrong = new ArrayList<Integer>();
		for (var row : table.rows()) {
			var read = of(List.of(row.fault().isEmpty() ? row.value("e-mail") : "?"), row.line());
			found.addAll(read.addresses());
			wrong.addAll(read.unreadable());
		}
		return new AddressList(found, wrong);
	}

	private static AddressList of(List<String> lines, int firstLine) {
		var found = new LinkedHashSet<EmailAddress>();
		var wrong = new ArrayList<Integer>();
		for (int at = 0; at < lines.size(); at++) {
			var line = lines.get(at);
			var words = Stream.of(line.split("[\\s,;<>\"|()]+")).filter((word) -> word.contains("@")).toList();
			var read = words.stream().flatMap((word) -> EmailAddress.parse(word).stream()).toList();
			if (!line.isBlank() && (read.isEmpty() || read.size() < words.size())) {
				wrong.add(firstLine + at);
			}
			found.addAll(read);
		}
		return new AddressList(found, wrong);
	}

	/** Both together. */
	public AddressList and(AddressList other) {
		return new AddressList(
				Stream.concat(this.addresses.stream(), other.addresses.stream())
					.collect(Collectors.toCollection(LinkedHashSet::new)),
				Stream.concat(this.unreadable.stream(), other.unreadable.stream()).toList());
	}

}
