package fr.medecinproche.testing;

import java.util.HashSet;
import java.util.List;

import org.assertj.core.api.AbstractAssert;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What every page owes its readers, whatever it shows: {@code page(result).isSound()}.
 */
public final class PageAssertions extends AbstractAssert<PageAssertions, Document> {

	private PageAssertions(Document document) {
		super(document, PageAssertions.class);
	}

	/**
	 * Looks at the page of a response.
	 * @param result what the application answered
	 * @return assertions on its HTML
	 */
	public static PageAssertions page(MvcTestResult result) {
		try {
			return page(result.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Looks at a page.
	 * @param html its source
	 * @return assertions on it
	 */
	public static PageAssertions page(String html) {
		return new PageAssertions(Jsoup.parse(html));
	}

	/**
	 * Holds for every page: a language, a title, one h1, one main, unique ids, a name for
	 * every field, button and image, references that lead somewhere, no inline script or
	 * style, no message key left over.
	 * @return this
	 */
	public PageAssertions isSound() {
		hasLanguageAndTitle();
		hasOne("h1");
		hasOne("main");
		hasUniqueIds();
		hasNamedControls();
		hasLivingReferences();
		hasNothingInline();
		hasNoKeyLeft();
		return this;
	}

	/**
	 * Looks for words anybody can see, spaces of all kinds being equal.
	 * @param words what the page says
	 * @return this
	 */
	public PageAssertions says(String... words) {
		var text = plain(this.actual.body().text());
		for (var expected : words) {
			if (!text.contains(plain(expected))) {
				failWithMessage("Expected the page to say «%s», but it says:%n%s", expected, text);
			}
		}
		return this;
	}

	/**
	 * Makes sure of words nobody may see.
	 * @param words what the page must not say
	 * @return this
	 */
	public PageAssertions doesNotSay(String... words) {
		var text = plain(this.actual.body().text());
		for (var unwanted : words) {
			if (text.contains(plain(unwanted))) {
				failWithMessage("Expected the page not to say «%s», but it says:%n%s", unwanted, text);
			}
		}
		return this;
	}

	/**
	 * Looks for elements.
	 * @param selector a CSS selector
	 * @return this, when there is at least one
	 */
	public PageAssertions has(String selector) {
		if (this.actual.select(selector).isEmpty()) {
			failWithMessage("Expected the page to have %s in:%n%s", selector, this.actual.body());
		}
		return this;
	}

	/**
	 * Makes sure of elements that must not be there.
	 * @param selector a CSS selector
	 * @return this, when there is none
	 */
	public PageAssertions hasNo(String selector) {
		if (!this.actual.select(selector).isEmpty()) {
			failWithMessage("Expected the page to have no %s, but there is:%n%s", selector,
					this.actual.select(selector));
		}
		return this;
	}

	private static String plain(String text) {
		return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
	}

	private void hasLanguageAndTitle() {
		if (!List.of("fr", "en").contains(this.actual.child(0).attr("lang"))) {
			failWithMessage("Expected the language to be fr or en but it is «%s»", this.actual.child(0).attr("lang"));
		}
		if (this.actual.head().select("> title").size() != 1 || !this.actual.title().contains(" — ")
				|| this.actual.title().startsWith("—")) {
			failWithMessage("Expected one title, of this page, but it is «%s»", this.actual.title());
		}
	}

	private void hasOne(String element) {
		if (this.actual.select(element).size() != 1) {
			failWithMessage("Expected one %s but there are %s", element, this.actual.select(element));
		}
	}

	private void hasUniqueIds() {
		var seen = new HashSet<String>();
		for (var element : this.actual.select("[id]")) {
			if (!seen.add(element.id())) {
				failWithMessage("Expected unique ids but «%s» is there twice", element.id());
			}
		}
	}

	private void hasNamedControls() {
		this.actual.select("input:not([type=hidden]):not([type=submit]), select, textarea")
			.stream()
			.filter((field) -> this.actual.select("label[for=\"" + field.id() + "\"]").hasText() == field.id().isEmpty()
					&& !field.hasAttr("aria-label") && !field.hasAttr("aria-labelledby"))
			.findFirst()
			.ifPresent((field) -> failWithMessage("Expected a label for %s", field));
		this.actual.select("button, a[href]")
			.stream()
			.filter((control) -> !control.hasText() && !control.hasAttr("aria-label"))
			.findFirst()
			.ifPresent((control) -> failWithMessage("Expected a name for %s", control));
		this.actual.select("img:not([alt])")
			.stream()
			.findFirst()
			.ifPresent((image) -> failWithMessage("Expected an alternative for %s", image));
	}

	private void hasLivingReferences() {
		for (var name : List.of("for", "aria-describedby", "aria-labelledby", "aria-controls")) {
			for (var element : this.actual.select("[" + name + "]")) {
				for (var id : element.attr(name).split("\\s+")) {
					mustExist(element, id);
				}
			}
		}
		this.actual.select("a[href^=#]").forEach((link) -> mustExist(link, link.attr("href").substring(1)));
	}

	private void mustExist(Element element, String id) {
		if (id.isEmpty() || this.actual.getElementById(id) == null) {
			failWithMessage("Expected «%s» to exist, which is pointed at by %s", id, element);
		}
	}

	private void hasNothingInline() {
		hasNo("[style], style, script:not([src]), [onclick], [onchange], [onsubmit], [onload]");
	}

	private void hasNoKeyLeft() {
		if (this.actual.text().contains("??")) {
			failWithMessage("Expected no message key left over in:%n%s", this.actual.text());
		}
	}

}
