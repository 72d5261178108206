package fr.medecinproche.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Somebody's way through the pages, by keyboard: whatever is on a page is reached without
 * a mouse. Each page they look at is photographed and held to what every page owes its
 * readers.
 */
public final class Walk {

	private final Page page;

	private final String series;

	private int step;

	/**
	 * Starts a walk.
	 * @param page an open window
	 * @param name of the journey, for the pictures
	 * @param visit how the person comes, for the pictures
	 */
	public Walk(Page page, String name, Visit visit) {
		this.page = page;
		this.series = "%s-%d%s%s-%s".formatted(name, visit.width(), visit.script() ? "" : "-no-script",
				visit.dark() ? "-dark" : "", visit.locale().substring(0, 2));
	}

	/**
	 * Opens an address.
	 * @param address relative to the application's
	 */
	public void goTo(String address) {
		this.page.navigate(address);
	}

	/**
	 * Signs in as one of the {@link Scenario}'s people.
	 * @param email who
	 */
	public void signIn(String email) {
		goTo("/compte/connexion");
		write("email", email);
		write("password", Scenario.PASSWORD);
		press("/compte/connexion");
	}

	/**
	 * Looks at the page.
	 * @param name what it shows, for the picture
	 */
	public void look(String name) {
		Pages.shot(this.page, "%s-%02d-%s".formatted(this.series, ++this.step, name));
		Pages.assertAccessible(this.page);
	}

	/**
	 * Part of the page.
	 * @param selector CSS
	 * @return what matches it
	 */
	public Locator at(String selector) {
		return this.page.locator(selector);
	}

	/** The content of the page. */
	public Locator content() {
		return this.page.locator("main");
	}

	/**
	 * Writes in a field.
	 * @param id of the field
	 * @param text what is written
	 */
	public void write(String id, String text) {
		this.page.fill("#" + id, text);
	}

	/**
	 * Ticks a box or a radio button that is not ticked yet.
	 * @param id of the box
	 */
	public void tick(String id) {
		var box = this.page.locator("#" + id);
		if (!box.isChecked()) {
			box.press(" ");
		}
	}

	/**
	 * Presses the last button of the form that leads somewhere.
	 * @param action part of the form's address
	 */
	public void press(String action) {
		follow("form[action*='%s'] button:not([type=button])".formatted(action));
	}

	/**
	 * Follows the last link, or presses the last button, that matches.
	 * @param selector CSS
	 */
	public void follow(String selector) {
		this.page.locator(selector).last().press("Enter");
	}

	/**
	 * Follows the first link, or presses the first button, that matches.
	 * @param selector CSS
	 */
	public void followFirst(String selector) {
		this.page.locator(selector).first().press("Enter");
	}

	/**
	 * Follows a link to a file.
	 * @param selector CSS
	 * @return what the file holds, as text
	 */
	public String download(String selector) {
		var file = this.page.waitForDownload(() -> this.page.locator(selector).press("Enter"));
		try {
			return Files.readString(file.path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
