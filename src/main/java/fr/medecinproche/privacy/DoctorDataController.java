package fr.medecinproche.privacy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.account.AccountSettings;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.privacy.DoctorData.Held;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * « Mes données » of a doctor: all that is held of them, to read and to take away, and
 * how to leave.
 */
@Controller
class DoctorDataController {

	private final DoctorData data;

	private final DoctorDataWords words;

	private final AccountSettings settings;

	DoctorDataController(DoctorData data, DoctorDataWords words, AccountSettings settings) {
		this.data = data;
		this.words = words;
		this.settings = settings;
	}

	@GetMapping("/medecin/mes-donnees")
	String see(@AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
		model.addAttribute("sections", this.words.of(this.data.of(me.accountId()), locale));
		model.addAttribute("yearsKept", this.settings.proofsKept().getYears());
		return "medecin/mes-donnees";
	}

	@GetMapping("/medecin/mes-donnees.json")
	ResponseEntity<Map<String, List<Map<String, Object>>>> takeAway(@AuthenticationPrincipal SignedIn me) {
		var file = new LinkedHashMap<String, List<Map<String, Object>>>();
		this.data.of(me.accountId())
			.forEach((part) -> file.put(part.key(), part.rows().stream().map(DoctorDataController::row).toList()));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.json\"")
			.cacheControl(CacheControl.noStore())
			.body(file);
	}

	private static Map<String, Object> row(List<Held> row) {
		var fields = new LinkedHashMap<String, Object>();
		row.forEach((held) -> fields.put(held.name(),
				held.isMoney() ? BigDecimal.valueOf(((Number) held.value()).longValue(), 2) : held.value()));
		return fields;
	}

}
