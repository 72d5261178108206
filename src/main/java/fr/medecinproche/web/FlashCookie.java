package fr.medecinproche.web;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Carries a {@link Flash} to the next page in a cookie of that page alone, so that a
 * patient who does something gets no session. Whatever else a controller puts in the
 * flash attributes still goes through the session.
 */
@Component("flashMapManager") // the name Spring MVC looks for
class FlashCookie implements FlashMapManager {

	private static final String COOKIE = "flash";

	private static final Duration LIFETIME = Duration.ofMinutes(1);

	private static final String SEPARATOR = "\u001f";

	private final FlashMapManager session = new SessionFlashMapManager();

	@Override
	public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie == null) {
			return this.session.retrieveAndUpdate(request, response);
		}
		set(response, "", request.getRequestURI(), Duration.ZERO);
		return read(cookie.getValue()).map((flash) -> {
			var map = new FlashMap();
			map.put(Flash.ATTRIBUTE, flash);
			return map;
		}).orElse(null);
	}

	@Override
	public void saveOutputFlashMap(FlashMap map, HttpServletRequest request, HttpServletResponse response) {
		var path = map.getTargetRequestPath();
		if (map.size() == 1 && map.get(Flash.ATTRIBUTE) instanceof Flash flash && path != null
				&& path.startsWith("/")) {
			set(response, write(flash), path, LIFETIME);
		}
		else {
			this.session.saveOutputFlashMap(map, request, response);
		}
	}

	private static void set(HttpServletResponse response, String value, String path, Duration lifetime) {
		var cookie = ResponseCookie.from(COOKIE, value).path(path).maxAge(lifetime).httpOnly(true).sameSite("Lax");
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
	}

	private static String write(Flash flash) {
		var parts = new ArrayList<>(List.of(flash.tone().name(), flash.key()));
		flash.arguments().forEach((argument) -> parts.add(((argument instanceof Number) ? "n" : "s") + argument));
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
	}

	/** A cookie may hold anything: what we have not written says nothing. */
	private static Optional<Flash> read(String value) {
		try {
			var parts = List
				.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(SEPARATOR, -1));
			return Optional.of(new Flash(Flash.Tone.valueOf(parts.get(0)), parts.get(1),
					parts.stream().skip(2).map(FlashCookie::argument).toList()));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private static Serializable argument(String written) {
		var text = written.substring(1);
		if (written.charAt(0) != 'n') {
			return text;
		}
		return text.contains(".") ? (Serializable) Double.valueOf(text) : (Serializable) Long.valueOf(text);
	}

}
