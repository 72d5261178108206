package fr.medecinproche.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the layout and the fragments ask about the page being shown, as
 * {@code ${@layout…}}; never the database.
 */
@Component
class Layout {

	private static final int SERVER_ERROR = 500;

	private final ServiceSettings settings;

	Layout(ServiceSettings settings) {
		this.settings = settings;
	}

	public boolean brandBlock() {
		return this.settings.brandBlock();
	}

	/** The address of the folder of the design system. */
	public String ui() {
		return "/ui";
	}

	/** When something is broken, the page must not ask the session who is signed in. */
	public boolean broken() {
		return request().getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
				&& status >= SERVER_ERROR;
	}

	/**
	 * Whether a menu entry leads to the page being shown.
	 * @param path the entry's path
	 * @return "page" for that very page, "true" for one below it, an empty text otherwise
	 */
	public String current(String path) {
		var here = request().getRequestURI();
		if (here.equals(path)) {
			return "page";
		}
		return (path.length() > 1 && here.startsWith(path + "/")) ? "true" : "";
	}

	/** The address of this page with one parameter of its query replaced. */
	public String here(String parameter, Object value) {
		var request = request();
		if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
			return "/?" + parameter + "=" + value;
		}
		var query = (request.getQueryString() != null) ? request.getQueryString() : "";
		var kept = Arrays.stream(query.split("&"))
			.filter((pair) -> !pair.isEmpty() && !pair.startsWith(parameter + "="))
			.map((pair) -> pair + "&")
			.collect(Collectors.joining());
		return request.getRequestURI() + "?" + kept + parameter + "=" + value;
	}

	private static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

}
