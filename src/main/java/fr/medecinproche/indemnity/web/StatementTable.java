package fr.medecinproche.indemnity.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.indemnity.Statement;
import fr.medecinproche.indemnity.StatementLine;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.CsvFile;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A statement for a spreadsheet, a line a row. A month with nothing has no row.
 */
@Component
class StatementTable {

	private final MessageSource messages;

	StatementTable(MessageSource messages) {
		this.messages = messages;
	}

	byte[] of(Volunteer doctor, Statement statement, Locale locale) {
		var header = Arrays.asList(say("indemnity.csv.header", locale).split(";"));
		return CsvFile.of(header, statement.lines().stream().map((line) -> row(doctor, line, locale)).toList());
	}

	private List<@Nullable Object> row(Volunteer doctor, StatementLine line, Locale locale) {
		return Arrays.asList(doctor.getRpps().digits(), doctor.getTitle(), line.day(),
				say("schedule.Period." + line.period(), locale), say("indemnity.line." + line.kind(), locale),
				line.site(), line.commune(), line.isEntry() ? 1 : 0, BigDecimal.valueOf(line.amountCents(), 2),
				say("indemnity.confirmedBy." + line.confirmedBy(), locale), line.confirmedOn(), line.reason(),
				say("indemnity.preparatory", locale));
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
