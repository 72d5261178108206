package fr.medecinproche.testing;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The browsers of the people in one test: each {@link #open opened} window has its own
 * cookies. They are closed after the test, which fails if a script broke, the content
 * security policy refused something, a part of a page was missing or the server failed.
 */
public final class Browsers implements AutoCloseable {

	/** What a page may take on a slow machine, in milliseconds. */
	private static final double PATIENCE = 30_000;

	private final Browser browser;

	private final String address;

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	Browsers(Browser browser, String address) {
		this.browser = browser;
		this.address = address;
	}

	/**
	 * Opens a browser of its own for one person.
	 * @param visit how that person comes
	 * @return an empty window; addresses are relative to the application's
	 */
	public Page open(Visit visit) {
		var context = this.browser.newContext(visit.options(this.address));
		context.setDefaultTimeout(PATIENCE);
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		context.onWebError((error) -> this.complaints.add("script: " + error.error()));
		context.onConsoleMessage(this::listen);
		context.onResponse(this::listen);
		this.contexts.add(context);
		return context.newPage();
	}

	/**
	 * Opens a French browser on a computer.
	 * @return an empty window; addresses are relative to the application's
	 */
	public Page open() {
		return open(Visit.onComputer());
	}

	private void listen(ConsoleMessage message) {
		if (message.text().contains("Content Security Policy") && !Pages.areInspected()) {
			this.complaints.add("policy on %s: %s".formatted(message.page().url(), message.text()));
		}
	}

	/** A page may refuse with a 4xx; its parts may not, and nothing may with a 5xx. */
	private void listen(Response response) {
		var isPage = response.request().isNavigationRequest();
		if (response.status() >= 500 || (response.status() >= 400 && !isPage)) {
			this.complaints.add(response.status() + ": " + response.url());
		}
	}

	void assertNoComplaints() {
		assertThat(this.complaints).as("what the browser complained about").isEmpty();
	}

	void photograph(String name) {
		var pages = this.contexts.stream().flatMap((context) -> context.pages().stream()).toList();
		for (int i = 0; i < pages.size(); i++) {
			Pages.photograph(pages.get(i), name + "-" + i);
		}
	}

	@Override
	public void close() {
		this.contexts.forEach(BrowserContext::close);
	}

}
