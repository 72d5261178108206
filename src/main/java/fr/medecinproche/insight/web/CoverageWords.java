package fr.medecinproche.insight.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import fr.medecinproche.web.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the cells of the board say, in words and figures: colours only repeat it.
 */
@Component
class CoverageWords {

	private final MessageSource messages;

	private final Words words;

	CoverageWords(MessageSource messages, Words words) {
		this.messages = messages;
		this.words = words;
	}

	/** Whether a doctor comes, in two words; for a hole, what is missing. */
	public String state(CoverageCell.State state) {
		return say("insight.state." + state);
	}

	/** The figures of a cell; of what is over, also what became of it. */
	public List<String> lines(Tally figures, boolean over) {
		var lines = new ArrayList<String>();
		if (figures.opened() > 0) {
			lines.add(say("insight.cell.taken", figures.taken(), figures.opened()));
		}
		if (over && figures.taken() > 0) {
			lines.add(say("insight.cell.held", figures.held()));
		}
		if (figures.offered() > 0 || figures.booked() > 0) {
			lines.add(say("insight.cell.booked", this.words.number(figures.booked()),
					this.words.number(figures.offered())));
		}
		if (over && figures.booked() > 0) {
			lines.add(say("insight.cell.honoured", this.words.number(figures.honoured())));
		}
		return lines;
	}

	/** A week or a month, as a heading. */
	public String name(Span span) {
		return span.isWeek() ? say("insight.week.long", span.weekNumber(), this.words.date(span.from()))
				: this.words.month(span.month());
	}

	/** The same at the head of a narrow column. */
	String shortly(Span week) {
		return say("insight.week", week.weekNumber());
	}

	/**
	 * Since when, from when or until when the scheme applies to a zone, if it has ends.
	 */
	public @Nullable String scheme(CoverageZone zone, LocalDate today) {
		var begins = zone.scheme().begins(today);
		var ended = zone.scheme().ended(today);
		var ends = zone.scheme().ends(today);
		if (begins != null) {
			return say("insight.zone.begins", this.words.date(begins));
		}
		if (ended != null) {
			return say("insight.zone.ended", this.words.date(ended));
		}
		return (ends != null) ? say("insight.zone.ends", this.words.date(ends.minusDays(1))) : null;
	}

	/** When a doctor last came to a zone. */
	String last(CoverageZone zone, LocalDate today) {
		return say("insight.zone.last", since(zone.since(today)));
	}

	/** When a doctor comes next to a zone. */
	String next(CoverageZone zone, LocalDate today) {
		return say("insight.zone.next", in(zone.until(today)));
	}

	/** When patients find the first free time in a zone. */
	String free(CoverageZone zone, LocalDate today) {
		return say("insight.zone.free", in(zone.delay(today)));
	}

	/** Days ago, or never. */
	public String since(@Nullable Integer days) {
		return (days != null) ? say("insight.since", days) : say("insight.never");
	}

	/** In so many days, or not at all. */
	public String in(@Nullable Integer days) {
		return (days != null) ? say("insight.in", days) : say("insight.none");
	}

	/** The values of a class of the map. */
	public String range(@Nullable Double above, @Nullable Double upTo) {
		if (above == null) {
			return (upTo != null && upTo > 0) ? say("insight.range.upTo", decimal(upTo)) : decimal(0);
		}
		return (upTo != null) ? say("insight.range.between", decimal(above), decimal(upTo))
				: say("insight.range.above", decimal(above));
	}

	/** A figure with at most one decimal. */
	public String decimal(double value) {
		var format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
		format.setMaximumFractionDigits(1);
		return format.format(value);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
