package fr.medecinproche.territory.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.zoning.ZoneExport;
import fr.medecinproche.web.TableFormat;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The priority zones an agent sees, those that end or have ended, and their map.
 */
@Controller
class ZoneListController {

	private final Departements departements;

	private final ZoneDirectory directory;

	private final RegionMaps maps;

	private final NeedSight need;

	private final ZoneExport export;

	ZoneListController(Departements departements, ZoneDirectory directory, RegionMaps maps, NeedSight need,
			ZoneExport export) {
		this.departements = departements;
		this.directory = directory;
		this.maps = maps;
		this.need = need;
		this.export = export;
	}

	@GetMapping("/ars/zones")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") ZoneFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var totals = this.directory.totals(filter, agent.perimeter());
		var index = this.need.index(agent.perimeter());
		var map = this.maps.seenFrom(agent.perimeter());
		model.addAttribute("totals", totals);
		model.addAttribute("rows", this.directory.page(filter, agent.perimeter(), page, totals, index));
		model.addAttribute("index", index);
		model.addAttribute("others", this.directory.others(agent.perimeter()));
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("perimeter", agent.perimeter());
		model.addAttribute("map", map);
		model.addAttribute("undrawn", this.directory.all(agent.perimeter()) - map.zones().size());
		return "ars/zones";
	}

	@GetMapping("/ars/zones/liste.{format}")
	ResponseEntity<byte[]> take(@AuthenticationPrincipal SignedIn agent, @PathVariable String format) {
		return TableFormat.of(format).download(this.export.take(agent.perimeter()));
	}

}
