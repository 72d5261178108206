package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.insight.Doctors;
import fr.medecinproche.insight.Indicator;
import fr.medecinproche.insight.Report;
import fr.medecinproche.insight.ReportLine;
import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportScope;
import fr.medecinproche.territory.Perimeters;
import fr.medecinproche.web.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says the figures of reports: with their unit, with what they are a part of, and in
 * words where there are none.
 */
@Component
class ReportWords {

	private final MessageSource messages;

	private final Words words;

	private final Perimeters perimeters;

	ReportWords(MessageSource messages, Words words, Perimeters perimeters) {
		this.messages = messages;
		this.words = words;
		this.perimeters = perimeters;
	}

	/** Its full name. */
	public String name(Indicator indicator) {
		return say("report.indicator." + indicator);
	}

	/** Its name at the head of a narrow column. */
	public String shortly(Indicator indicator) {
		return say("report.short." + indicator);
	}

	/** What exactly is counted. */
	public String definition(Indicator indicator) {
		return say("report.definition." + indicator, Doctors.MONTHS_TO_COME_BACK);
	}

	/** "50 %", "12", "2,5 jours", or that there is nothing to tell it from. */
	public String value(Indicator indicator, ReportLine line) {
		return value(indicator, indicator.of(line));
	}

	/** The same of any number counted in what an indicator is. */
	public String value(Indicator indicator, @Nullable Number number) {
		if (number == null) {
			return say("web.chart.unknown");
		}
		var figure = this.words.decimal(number.doubleValue(), indicator.unit().decimals());
		return (indicator.unit() == Indicator.Unit.DAYS) ? say("report.days", figure, number)
				: figure + unit(indicator);
	}

	/** What follows a number in a drawing, with its no-break space. */
	String unit(Indicator indicator) {
		return switch (indicator.unit()) {
			case PERCENT -> say("report.unit.percent");
			case DAYS -> say("report.unit.days");
			case COUNT, RATE -> "";
		};
	}

	/** "31 sur 62" for a percentage; nothing for others. */
	public @Nullable String parts(Indicator indicator, ReportLine line) {
		var share = indicator.share(line);
		return (share != null && share.whole() > 0)
				? say("report.parts", part(indicator, share.part()), part(indicator, share.whole())) : null;
	}

	private String part(Indicator indicator, long number) {
		return (indicator == Indicator.BOOKED_TIME) ? this.words.duration((int) number) : this.words.number(number);
	}

	/** What a line is about. */
	public String title(ReportLine line) {
		if (!line.nom().isEmpty()) {
			return line.nom();
		}
		return line.code().isEmpty() ? say("report.total") : this.words.month(YearMonth.parse(line.code()));
	}

	/** A month for the foot of a drawing: "janv. 2027". */
	String brief(YearMonth month) {
		var french = !LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
		return DateTimeFormatter.ofPattern("MMM yyyy", french ? Locale.FRANCE : Locale.UK).format(month);
	}

	/** A day for the foot of a drawing: "09/01/27". */
	String brief(LocalDate day) {
		return DateTimeFormatter.ofPattern("dd/MM/yy").format(day);
	}

	/** "janvier 2027 à mars 2027", or the one month. */
	public String period(ReportPeriod period) {
		var from = this.words.month(period.from());
		return period.from().equals(period.to()) ? from : say("report.period", from, this.words.month(period.to()));
	}

	/** What the zones of a report are those of. */
	public String territory(ReportScope scope) {
		return Optional.ofNullable(scope.code())
			.flatMap(this.perimeters::find)
			.map(Perimeters.Perimeter::nom)
			.orElse(say("report.everywhere"));
	}

	/** The shortest and the longest wait that were noted, in a sentence. */
	String delays(Report report) {
		var medians = report.delays().stream().map(Report.Delay::median).filter((each) -> each != null).toList();
		return medians.isEmpty() ? say("report.delays.none")
				: say("report.delays.description", value(Indicator.DELAY, medians.stream().min(Double::compare).get()),
						value(Indicator.DELAY, medians.stream().max(Double::compare).get()));
	}

	String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
