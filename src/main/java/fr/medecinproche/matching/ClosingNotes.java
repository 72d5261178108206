package fr.medecinproche.matching;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.FileNumber;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.matching.ClosingPlan.Line;
import fr.medecinproche.schedule.ClosedPeriod;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Notes in the journal what the agency closed, one entry for each site. Patients are only
 * counted.
 */
@Component
class ClosingNotes {

	private final Journal journal;

	private final MessageSource messages;

	private final Words words;

	ClosingNotes(Journal journal, MessageSource messages, Words words) {
		this.journal = journal;
		this.messages = messages;
		this.words = words.in(Locale.FRENCH);
	}

	void closed(ClosingPlan plan) {
		plan.halfDays()
			.stream()
			.collect(Collectors.groupingBy((line) -> line.slot().getSite()))
			.forEach((site, lines) -> note("halfDay.closed", site, detail(lines)));
	}

	void closedFor(ConsultationSite site, ClosedPeriod period, ClosingPlan plan) {
		note("site.closedFor", site, this.words.date(period.from()) + " – " + this.words.date(period.until())
				+ (plan.halfDays().isEmpty() ? "" : "\u00a0: " + detail(plan.halfDays())));
	}

	private String detail(List<Line> lines) {
		int patients = lines.stream().mapToInt((line) -> line.affected().patients()).sum();
		var days = lines.stream().map(this::halfDay).collect(Collectors.joining(", "));
		return this.messages.getMessage("matching.closing.noted", new Object[] { lines.size(), patients, days },
				Locale.FRENCH);
	}

	private String halfDay(Line line) {
		var half = line.slot().getHalfDay();
		var doctor = line.slot().getVolunteer();
		return this.words.date(half.day()) + " "
				+ this.messages.getMessage("schedule.Period." + half.period(), null, Locale.FRENCH)
				+ ((doctor != null) ? " (" + new FileNumber(doctor.getId()) + ")" : "");
	}

	private void note(String action, ConsultationSite site, String detail) {
		this.journal.note(new Act(action, "site:" + site.getId(), site.getNom(),
				site.getCommune().getDepartement().getCode(), detail));
	}

}
