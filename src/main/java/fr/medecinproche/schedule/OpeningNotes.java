package fr.medecinproche.schedule;

import java.util.Locale;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Notes in the journal what the agency decided about the half-days of a site.
 */
@Component
class OpeningNotes {

	private final Journal journal;

	private final MessageSource messages;

	private final Words words;

	OpeningNotes(Journal journal, MessageSource messages, Words words) {
		this.journal = journal;
		this.messages = messages;
		this.words = words.in(Locale.FRENCH);
	}

	/** A new pattern, or half-days that nothing keeps together. */
	void opened(ConsultationSite site, OpeningPattern pattern, OpeningPlan plan, boolean kept) {
		note(kept ? "pattern.opened" : "halfDay.opened", site, detail(pattern, plan));
	}

	/** A change of a pattern, or its end. */
	void changed(ConsultationSite site, OpeningPattern next, OpeningPlan plan) {
		note(next.until().isBefore(next.from()) ? "pattern.ended" : "pattern.changed", site, detail(next, plan));
	}

	void reopened(ConsultationSite site, SiteClosure closure) {
		note("site.reopened", site, span(closure));
	}

	/**
	 * What the site itself said: how many free half-days closed, how many wait for the
	 * agency.
	 */
	void declared(ConsultationSite site, SiteClosure closure, DeclaredEffect effect) {
		note("site.closureDeclared", site, this.messages.getMessage("schedule.closure.noted",
				new Object[] { span(closure), effect.free().size(), effect.taken().size() }, Locale.FRENCH));
	}

	void endedEarly(ConsultationSite site, SiteClosure closure) {
		note("site.closureEnded", site, span(closure));
	}

	void settled(ConsultationSite site, SiteClosure closure) {
		note("site.closureSettled", site, span(closure));
	}

	private String span(SiteClosure closure) {
		return this.words.date(closure.getFirstDay()) + " – " + this.words.date(closure.getLastDay());
	}

	private String detail(OpeningPattern pattern, OpeningPlan plan) {
		var rhythm = this.messages.getMessage("schedule.Rhythm." + pattern.rule().rhythm(), null, Locale.FRENCH);
		return this.messages.getMessage("schedule.pattern.noted",
				new Object[] { rhythm, this.words.date(pattern.from()), this.words.date(pattern.until()),
						plan.count(OpeningFate.TO_OPEN), plan.count(OpeningFate.TO_CLOSE),
						plan.count(OpeningFate.TAKEN_STAYS) },
				Locale.FRENCH);
	}

	private void note(String action, ConsultationSite site, String detail) {
		this.journal.note(new Act(action, "site:" + site.getId(), site.getNom(),
				site.getCommune().getDepartement().getCode(), detail));
	}

}
