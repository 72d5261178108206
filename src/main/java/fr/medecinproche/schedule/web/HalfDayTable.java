package fr.medecinproche.schedule.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import fr.medecinproche.schedule.web.HalfDayDirectory.Row;
import fr.medecinproche.web.Table;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The half-days of a month as a table to take away.
 */
@Component
class HalfDayTable {

	private final MessageSource messages;

	private final Words words;

	HalfDayTable(MessageSource messages, Words words) {
		this.messages = messages;
		this.words = words;
	}

	Table of(YearMonth month, List<Row> rows) {
		var columns = Stream
			.of("day", "period", "starts", "ends", "site", "commune", "room", "status", "doctor", "patients")
			.map((column) -> say("schedule.table." + column))
			.toList();
		return new Table(say("schedule.list.title", this.words.month(month)), columns,
				rows.stream().map(this::cells).toList());
	}

	private List<?> cells(Row row) {
		return Arrays.asList(row.day(), say("schedule.Period." + row.period()), row.startsAt().toString(),
				row.endsAt().toString(), row.site(), row.commune(), row.room(),
				say("schedule.SlotStatus." + row.status()), row.doctor(), row.patients());
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
