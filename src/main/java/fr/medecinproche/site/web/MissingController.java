package fr.medecinproche.site.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.preparation.Party;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.web.Table;
import fr.medecinproche.web.TableFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * « Ce qui manque »: what is still to be done at all sites an agent sees, by whom and
 * until when; what is late comes first.
 */
@Controller
class MissingController {

	private final MissingLines lines;

	private final Departements departements;

	private final MessageSource messages;

	MissingController(MissingLines lines, Departements departements, MessageSource messages) {
		this.lines = lines;
		this.departements = departements;
		this.messages = messages;
	}

	@GetMapping("/ars/lieux/manques")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") MissingFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("rows", this.lines.page(filter, agent.perimeter(), page));
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("parties", Party.values());
		return "ars/lieux-manques";
	}

	@GetMapping("/ars/lieux/manques.{format}")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") MissingFilter filter,
			@PathVariable String format, Locale locale) {
		var wanted = TableFormat.of(format);
		var columns = Stream
			.of("site.departement", "site.place", "site.missing.commune", "site.status", "site.preparation.item",
					"site.preparation.where", "site.preparation.who", "site.missing.person", "site.missing.due",
					"site.missing.late", "site.missing.note", "site.missing.reminded")
			.map((key) -> say(key, locale))
			.toList();
		var rows = this.lines.all(filter, agent.perimeter()).stream().map((row) -> cells(row, locale)).toList();
		return wanted.download(new Table(say("site.missing.title", locale), columns, rows));
	}

	private List<@Nullable Object> cells(MissingLines.Row row, Locale locale) {
		var cells = new ArrayList<@Nullable Object>();
		cells.add(row.departement());
		cells.add(row.nom());
		cells.add(row.commune());
		cells.add(say("site.SiteStatus." + row.status(), locale));
		cells.add(say("site.ReadinessItem." + row.item(), locale));
		cells.add(say("site.ReadinessState." + row.state(), locale));
		cells.add(say("site.Party." + row.party(), locale));
		cells.add(row.responsible());
		cells.add(row.due());
		cells.add(say(row.late() ? "site.missing.yes" : "site.missing.no", locale));
		cells.add(row.note());
		cells.add(row.reminded());
		return cells;
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
