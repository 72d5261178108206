package fr.medecinproche.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.journal.FileNumber;
import fr.medecinproche.people.JournalReading.Entry;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says doctors by their name where the journal has the number of their file, as long as
 * they are here.
 */
@Component
class FileNames {

	private final JdbcClient jdbc;

	private final MessageSource messages;

	FileNames(JdbcClient jdbc, MessageSource messages) {
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/** One question, however many entries. */
	List<Entry> in(List<Entry> entries) {
		var names = names(entries.stream()
			.flatMap((entry) -> Stream.concat(Stream.of(entry.label()), Stream.ofNullable(entry.detail())))
			.flatMapToLong(FileNumber::in)
			.distinct()
			.boxed()
			.toArray(Long[]::new));
		return entries.stream()
			.map((entry) -> entry.said((text) -> FileNumber.said(text, (number) -> say(number, names))))
			.toList();
	}

	/**
	 * Whoever has left is not named, even where what they are owed still has their name.
	 */
	private Map<Long, String> names(Long[] numbers) {
		return this.jdbc
			.sql("""
					select v.id, 'Dr ' || v.given_name || ' ' || v.family_name as name from volunteer v join account a on a.id = v.account_id
					where a.closed_at is null and v.id = any (:numbers::bigint[])""")
			.param("numbers", numbers)
			.query(Named.class)
			.stream()
			.collect(Collectors.toMap(Named::id, Named::name));
	}

	private String say(long number, Map<Long, String> names) {
		var name = names.get(number);
		return this.messages.getMessage((name != null) ? "people.journal.file" : "people.journal.fileGone",
				new Object[] { String.valueOf(number), name }, LocaleContextHolder.getLocale());
	}

	private record Named(long id, String name) {
	}

}
