package fr.medecinproche.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.journal.JournalSeal;
import fr.medecinproche.people.JournalExports;
import fr.medecinproche.people.JournalFilter;
import fr.medecinproche.people.JournalReading;
import fr.medecinproche.people.JournalReading.Entry;
import fr.medecinproche.web.Table;
import fr.medecinproche.web.TableFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who did what and when, and whether it is still what was written.
 */
@Controller
class JournalController {

	private final JournalReading journal;

	private final JournalSeal seal;

	private final JournalExports exports;

	private final MessageSource messages;

	JournalController(JournalReading journal, JournalSeal seal, JournalExports exports, MessageSource messages) {
		this.journal = journal;
		this.seal = seal;
		this.exports = exports;
		this.messages = messages;
	}

	@GetMapping("/ars/journal")
	String show(@AuthenticationPrincipal SignedIn reader, Asked asked, @RequestParam(defaultValue = "0") int page,
			Model model) {
		model.addAttribute("filter", asked.filter());
		model.addAttribute("rows", this.journal.page(asked.filter(), reader, page));
		model.addAttribute("actions", this.journal.actions(reader));
		model.addAttribute("last", this.seal.last().orElse(null));
		return "ars/journal";
	}

	/** Reads the whole chain: only when somebody asks. */
	@GetMapping("/ars/journal/controle")
	String check(Model model) {
		model.addAttribute("break", this.seal.firstBreak().orElse(null));
		model.addAttribute("last", this.seal.last().orElse(null));
		return "ars/journal-controle";
	}

	@GetMapping("/ars/journal.{format:csv|xlsx}")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn reader, Asked asked, @PathVariable String format,
			Locale locale) {
		var columns = Arrays.asList(say("people.journal.columns", locale).split(";"));
		var rows = this.journal.all(asked.filter(), reader).stream().map((entry) -> row(entry, locale)).toList();
		this.exports.note(reader);
		return TableFormat.of(format).download(new Table(say("people.journal.title", locale), columns, rows));
	}

	private List<@Nullable Object> row(Entry entry, Locale locale) {
		return Arrays.asList(entry.number(), entry.notedAt(), entry.who(),
				this.messages.getMessage("journal.act." + entry.action(), null, entry.action(), locale),
				(entry.name() != null) ? entry.name() : entry.label(), entry.subject(), entry.departement(),
				entry.detail());
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	/**
	 * What was asked of the journal.
	 */
	record Asked(@Nullable String qui, @Nullable String action, @Nullable String objet, @Nullable String du,
			@Nullable String au) {

		JournalFilter filter() {
			return new JournalFilter(Typed.orNull(this.qui), Typed.orNull(this.action), Typed.orNull(this.objet),
					Typed.day(this.du), Typed.day(this.au));
		}

	}

}
