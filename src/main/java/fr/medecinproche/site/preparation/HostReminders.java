package fr.medecinproche.site.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.site.Author;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.HostReminded;
import fr.medecinproche.site.SiteJournal;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds the people of a site of what is theirs, or the commune's, to prepare: by itself
 * when it is due, or because an agent asks for it. They are written to in the same
 * transaction.
 */
@Service
@Transactional
public class HostReminders {

	private final ReminderNotes notes;

	private final ConsultationSites sites;

	private final SiteJournal journal;

	private final Author author;

	private final MessageSource messages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	HostReminders(ReminderNotes notes, ConsultationSites sites, SiteJournal journal, Author author,
			MessageSource messages, ApplicationEventPublisher events, Clock clock) {
		this.notes = notes;
		this.sites = sites;
		this.journal = journal;
		this.author = author;
		this.messages = messages;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes to the people of the next few sites where something is due.
	 * @return whether there may be more to write now
	 */
	public boolean remindSome() {
		var due = this.notes.noteDue();
		due.forEach(this::write);
		return due.size() == ReminderNotes.PAGE;
	}

	/**
	 * Writes to the people of a site because an agent asks for it. Whoever may see the
	 * site is the caller's business.
	 * @param siteId the site
	 * @throws SiteRefusedException when nothing is theirs to do, nobody has an account
	 * there, or they were written to a short while ago
	 */
	public void remind(long siteId) {
		var site = this.sites.lock(siteId).orElseThrow();
		if (this.notes.tasks(siteId).isEmpty()) {
			throw new SiteRefusedException(Reason.NOTHING_TO_REMIND_OF);
		}
		if (this.notes.hosts(siteId).isEmpty()) {
			throw new SiteRefusedException(Reason.NOBODY_TO_REMIND);
		}
		if (!this.notes.note(siteId, this.author.id())) {
			throw new SiteRefusedException(Reason.REMINDED_LATELY);
		}
		write(siteId);
		this.journal.note("reminded", site, null);
	}

	private void write(long siteId) {
		var today = LocalDate.now(this.clock);
		var tasks = this.notes.tasks(siteId);
		for (var host : this.notes.hosts(siteId)) {
			var locale = Locale.forLanguageTag(host.locale());
			this.events.publishEvent(new HostReminded(siteId, host.site(), host.id(), host.email(), host.name(), locale,
					words(tasks.stream().filter((task) -> task.isLate(today)).toList(), locale),
					words(tasks.stream().filter((task) -> !task.isLate(today)).toList(), locale), today));
		}
	}

	private List<String> words(List<Task> tasks, Locale locale) {
		return tasks.stream()
			.map((task) -> this.messages.getMessage("site.ReadinessItem." + task.item(), null, locale))
			.toList();
	}

	/**
	 * Something the people of a site have to do.
	 *
	 * @param item what
	 * @param due until when, if agreed
	 */
	record Task(ReadinessItem item, @Nullable LocalDate due) {

		boolean isLate(LocalDate today) {
			return this.due != null && this.due.isBefore(today);
		}

	}

	/**
	 * Somebody who receives at a site, and can be written to.
	 *
	 * @param id the account
	 * @param email where
	 * @param name how they are called
	 * @param locale their language
	 * @param site the name of the site
	 */
	record Host(long id, String email, String name, String locale, String site) {

	}

}
