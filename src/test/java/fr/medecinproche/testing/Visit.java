package fr.medecinproche.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody comes to the site: on what, and with which settings of their browser.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window
 * @param script whether the browser runs JavaScript
 * @param dark whether the machine asks for dark pages
 * @param locale language of the browser
 */
public record Visit(int width, int height, boolean script, boolean dark, String locale) {

	/**
	 * A visit on a computer, in French, with JavaScript.
	 * @return the visit
	 */
	public static Visit onComputer() {
		return new Visit(1280, 900, true, false, "fr-FR");
	}

	/**
	 * A visit on the narrowest phone that must be served (RGAA 10.11: 320 px).
	 * @return the visit
	 */
	public static Visit onPhone() {
		return new Visit(320, 640, true, false, "fr-FR");
	}

	/**
	 * The same visit with JavaScript off.
	 * @return another visit
	 */
	public Visit withoutScript() {
		return new Visit(this.width, this.height, false, this.dark, this.locale);
	}

	/**
	 * The same visit from a machine set to dark. A script puts pages in the dark: without
	 * it they stay light.
	 * @return another visit
	 */
	public Visit inTheDark() {
		return new Visit(this.width, this.height, this.script, true, this.locale);
	}

	/**
	 * The same visit from a browser set to English.
	 * @return another visit
	 */
	public Visit inEnglish() {
		return new Visit(this.width, this.height, this.script, this.dark, "en-GB");
	}

	/** Nothing hovers over the pages of a phone. */
	private boolean isPhone() {
		return this.width < 600;
	}

	NewContextOptions options(String address) {
		return new NewContextOptions().setBaseURL(address)
			.setViewportSize(this.width, this.height)
			.setHasTouch(isPhone())
			.setJavaScriptEnabled(this.script)
			.setColorScheme(this.dark ? ColorScheme.DARK : ColorScheme.LIGHT)
			.setLocale(this.locale)
			.setTimezoneId("Europe/Paris");
	}

}
