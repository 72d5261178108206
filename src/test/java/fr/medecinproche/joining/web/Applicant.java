package fr.medecinproche.joining.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;

/**
 * A doctor who applies, in one browser: it keeps the cookie of the application.
 */
final class Applicant {

	static final String HOME = "/medecin/devenir-volontaire";

	static final String FORM = HOME + "/inscription";

	static final String RESUME = HOME + "/reprise";

	static final String RPPS = Scenario.rpps(100_042).digits();

	static final String PASSWORD = "trois petits chats gris";

	private static final Map<String, Map<String, String>> SOUND = Map.of("",
			Map.of("rpps", RPPS, "givenName", "Aline", "familyName", "Roux", "email", "aline.roux@essai.example",
					"mobile", "06 39 98 00 03"),
			"/exercice",
			Map.of("commune", "Toulouse", "practice", "LIBERAL_INSTALLE", "secteur", "SECTEUR_2", "cdom", "31",
					"insurerInformed", "true"),
			"/souhaits", Map.of("maxKm", "100", "weekdays", "TUESDAY", "zones", "243200508", "start", "AT_ONCE"),
			"/envoi", Map.of("password", PASSWORD));

	private final MockMvcTester mvc;

	private @Nullable String secret;

	private @Nullable Cookie kept;

	Applicant(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	/** Another window of the same browser. */
	Applicant inAnotherTab() {
		var tab = new Applicant(this.mvc);
		tab.secret = this.secret;
		return tab;
	}

	MvcTestResult look(String path) {
		return exchange(MockMvcRequestBuilders.get(path));
	}

	/** With something else the browser keeps. */
	MvcTestResult look(String path, Cookie kept) {
		this.kept = kept;
		try {
			return look(path);
		}
		finally {
			this.kept = null;
		}
	}

	/**
	 * Does a step as it should be, but for some answers.
	 * @param step the end of its address
	 * @param changes names and values in turn
	 */
	MvcTestResult answer(String step, String... changes) {
		var fields = new LinkedHashMap<>(Objects.requireNonNull(SOUND.get(step)));
		for (int change = 0; change < changes.length; change += 2) {
			fields.put(changes[change], changes[change + 1]);
		}
		return post(FORM + step, fields);
	}

	MvcTestResult post(String path, Map<String, String> fields) {
		var form = new LinkedMultiValueMap<String, String>();
		fields.forEach(form::add);
		return exchange(MockMvcRequestBuilders.post(path).params(form));
	}

	/** Up to the page that is read through. */
	Applicant upToSending(String... identity) {
		answer("", identity);
		answer("/exercice");
		answer("/souhaits");
		return this;
	}

	@Nullable String secret() {
		return this.secret;
	}

	private MvcTestResult exchange(MockHttpServletRequestBuilder request) {
		var result = this.mvc.perform(request.with(Genuine.form()).with((sent) -> {
			var cookies = new ArrayList<>(List.of(Objects.requireNonNull(sent.getCookies())));
			if (this.secret != null) {
				cookies.add(new Cookie("demande", this.secret));
			}
			if (this.kept != null) {
				cookies.add(this.kept);
			}
			sent.setCookies(cookies.toArray(Cookie[]::new));
			return sent;
		}));
		var given = result.getResponse().getCookie("demande");
		if (given != null) {
			this.secret = given.getValue().isEmpty() ? null : given.getValue();
		}
		return result;
	}

}
