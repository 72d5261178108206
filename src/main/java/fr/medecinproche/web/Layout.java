package fr.medecinproche.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
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

	private final MessageSource messages;

	private final String ui;

	/**
	 * Takes the settings, and where the build has put the design system.
	 */
	Layout(ServiceSettings settings, MessageSource messages, @Value("classpath:ui.properties") Resource ui)
			throws IOException {
		this.settings = settings;
		this.messages = messages;
		this.ui = PropertiesLoaderUtils.loadProperties(ui).getProperty("folder");
	}

	public boolean brandBlock() {
		return this.settings.brandBlock();
	}

	/** The address of the folder of the design system. */
	public String ui() {
		return this.ui;
	}

	/** When something is broken, the page must not ask the session who is signed in. */
	public boolean broken() {
		return request().getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
				&& status >= SERVER_ERROR;
	}

	/**
	 * Whether a menu entry leads to the page being shown.
	 * @param path the entry's path
	 * @return "page" for that very page, "true" for one below it unless the entry is an
	 * audience's home, above all of its pages; an empty text otherwise
	 */
	public String current(String path) {
		var here = request().getRequestURI();
		if (here.equals(path)) {
			return "page";
		}
		boolean home = path.lastIndexOf('/') == 0;
		return (!home && here.startsWith(path + "/")) ? "true" : "";
	}

	/** The sentence of a flash or of a refusal. */
	public String say(MessageSourceResolvable sentence) {
		return this.messages.getMessage(sentence, LocaleContextHolder.getLocale());
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
