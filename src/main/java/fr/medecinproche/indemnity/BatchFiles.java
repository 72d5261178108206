package fr.medecinproche.indemnity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.web.CsvFile;
import fr.medecinproche.web.ExcelFile;
import fr.medecinproche.web.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A batch as files for the CPAM, always in French.
 */
@Component
class BatchFiles {

	private final MessageSource messages;

	BatchFiles(MessageSource messages) {
		this.messages = messages;
	}

	byte[] csv(String region, int number, List<BatchLine> lines) {
		return CsvFile.of(lines(region, number, lines));
	}

	/** A second sheet has the totals, by doctor and in all. */
	byte[] xlsx(String region, int number, List<BatchLine> lines) {
		return ExcelFile.of(lines(region, number, lines), totals(lines));
	}

	private Table lines(String region, int number, List<BatchLine> lines) {
		var batch = region + "-" + number;
		return new Table(say("indemnity.batch.sheet.lines"), columns("indemnity.batch.columns.lines"),
				lines.stream().map((line) -> row(batch, line)).toList());
	}

	private List<@Nullable Object> row(String batch, BatchLine line) {
		return Arrays.asList(batch, line.id(), line.rpps(), number(line.billingNumber()), line.doctor(), line.month(),
				line.day(), say("schedule.Period." + line.period()), say("indemnity.line." + line.kind()), line.site(),
				line.commune(), line.halfDays(), euros(line.amountCents()), line.reason());
	}

	private Table totals(List<BatchLine> lines) {
		var doctors = new LinkedHashMap<String, Total>();
		lines.forEach((line) -> doctors.merge(line.rpps(), Total.of(line), Total::and));
		var rows = new ArrayList<List<@Nullable Object>>();
		doctors.forEach((rpps, total) -> rows.add(total.row(rpps, number(total.billingNumber()), total.doctor())));
		lines.stream()
			.map(Total::of)
			.reduce(Total::and)
			.ifPresent((all) -> rows.add(all.row(null, null, say("indemnity.lines.total"))));
		return new Table(say("indemnity.batch.sheet.totals"), columns("indemnity.batch.columns.totals"), rows);
	}

	private List<String> columns(String key) {
		return Arrays.asList(say(key).split(";"));
	}

	/** Says that it is missing, so that nobody takes the empty cell for an accident. */
	private String number(@Nullable String billingNumber) {
		return (billingNumber != null) ? billingNumber : say("indemnity.batch.unnumbered");
	}

	private static BigDecimal euros(long cents) {
		return BigDecimal.valueOf(cents, 2);
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

	private record Total(@Nullable String billingNumber, String doctor, int halfDays, long cents) {

		static Total of(BatchLine line) {
			return new Total(line.billingNumber(), line.doctor(), line.halfDays(), line.amountCents());
		}

		Total and(Total other) {
			return new Total(this.billingNumber, this.doctor, this.halfDays + other.halfDays, this.cents + other.cents);
		}

		List<@Nullable Object> row(@Nullable String rpps, @Nullable String billingNumber, String name) {
			return Arrays.asList(rpps, billingNumber, name, this.halfDays, euros(this.cents));
		}

	}

}
