package fr.medecinproche.schedule.web;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.RepeatedPlan;
import fr.medecinproche.schedule.RepeatedPlan.Date;
import fr.medecinproche.schedule.RepeatedPlan.Fate;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says what became of a repeated day: what was taken, and what was lost between the look
 * and the word, with the reason of each.
 */
@Component
class RepeatedDayWords {

	/** More would not fit in one sentence; the agenda has the rest. */
	private static final int NAMED = 4;

	private final Words words;

	private final MessageSource messages;

	RepeatedDayWords(Words words, MessageSource messages) {
		this.words = words;
		this.messages = messages;
	}

	Flash of(RepeatedPlan plan) {
		var lost = plan.dates().stream().filter((date) -> !isTheirs(date)).toList();
		int theirs = plan.dates().size() - lost.size();
		var place = plan.site().getNom();
		if (lost.isEmpty()) {
			return Flash.success("schedule.repeat.taken", theirs, place);
		}
		return Flash.warning("schedule.repeat.taken.lost", theirs, place, lost.size(), named(lost),
				Math.max(0, lost.size() - NAMED));
	}

	private static boolean isTheirs(Date date) {
		return date.fate() == Fate.TO_TAKE || date.fate() == Fate.MINE;
	}

	private String named(List<Date> lost) {
		return lost.stream().limit(NAMED).map(this::named).collect(Collectors.joining("\u00a0; "));
	}

	private String named(Date date) {
		var why = this.messages.getMessage("schedule.repeat.fate." + date.fate(), new Serializable[0],
				LocaleContextHolder.getLocale());
		return this.words.dayWithoutYear(date.day()) + " (" + why + ")";
	}

}
