package fr.medecinproche.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every page owes its readers.
 */
public final class Pages {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final Map<Twin, Page> TWINS = new HashMap<>();

	private static final ThreadLocal<Boolean> INSPECTING = ThreadLocal.withInitial(() -> false);

	private Pages() {
	}

	/**
	 * Asserts that the page breaks no rule of axe-core, has one main title, and needs no
	 * sideways scrolling. Works on a page without JavaScript too.
	 * @param page the page, loaded
	 */
	public static void assertAccessible(Page page) {
		inspect(page, () -> judge(page));
	}

	private static void judge(Page page) {
		var violations = runsScript(page) ? violations(page) : violationsOfTwin(page);
		assertThat(violations).as("axe on %s", page.url()).isEmpty();
		assertThat(page.locator("h1").count()).as("main titles of %s", page.url()).isOne();
		assertThat((List<?>) overflow(page)).as("too wide on %s", page.url()).isEmpty();
	}

	private static boolean runsScript(Page page) {
		return !matches(page, "(scripting: none)");
	}

	/**
	 * Only violations are brought back: what a page does right is most of what axe has to
	 * say.
	 */
	@SuppressWarnings("unchecked")
	private static List<String> violations(Page page) {
		page.evaluate(AxeBuilder.getAxeScript());
		return (List<String>) page.evaluate("""
				tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
				  .then((results) => results.violations.map((rule) => `${rule.id}: ${rule.help}\\n    `
				    + rule.nodes.map((node) => node.html).join('\\n    ')))""", RULES);
	}

	/**
	 * Axe needs scripts: it looks at the same HTML and style sheets in a window that runs
	 * scripts, but is given none of the page's.
	 */
	private static List<String> violationsOfTwin(Page page) {
		var html = page.content().replaceAll("</?noscript>", "");
		var twin = TWINS.computeIfAbsent(Twin.of(page), Twin::open);
		twin.unrouteAll();
		twin.navigate("about:blank");
		twin.route("**/*.js", Route::abort);
		if (page.url().startsWith("http")) {
			twin.route(page.url(), (route) -> route
				.fulfill(new Route.FulfillOptions().setBody(html).setContentType("text/html; charset=utf-8")));
			twin.navigate(page.url());
		}
		else {
			twin.setContent(html);
		}
		return violations(twin);
	}

	/**
	 * A window like another, kept for all pages of the kind: it has read the style
	 * sheets.
	 */
	private record Twin(Browser browser, int width, int height, boolean dark) {

		static Twin of(Page page) {
			var size = page.viewportSize();
			return new Twin(page.context().browser(), size.width, size.height,
					matches(page, "(prefers-color-scheme: dark)"));
		}

		Page open() {
			return this.browser
				.newContext(new Browser.NewContextOptions().setViewportSize(this.width, this.height)
					.setColorScheme(this.dark ? ColorScheme.DARK : ColorScheme.LIGHT))
				.newPage();
		}

	}

	private static boolean matches(Page page, String query) {
		return (boolean) page.evaluate("query => matchMedia(query).matches", query);
	}

	/** The elements that stick out, where the page is wider than its window. */
	private static Object overflow(Page page) {
		return page.evaluate("""
				() => {
				  const width = document.documentElement.clientWidth;
				  return document.documentElement.scrollWidth <= width ? [] : [...document.body.querySelectorAll('*')]
				    .filter((element) => element.getBoundingClientRect().right > width)
				    .map((element) => element.cloneNode(false).outerHTML);
				}""");
	}

	/**
	 * Takes a picture of the whole page into {@code target/screenshots}, unless nobody
	 * will look at it ({@code -Dbrowser.pictures=false}).
	 * @param page the page, loaded
	 * @param name of the file, without its ending
	 */
	public static void shot(Page page, String name) {
		if (!"false".equals(System.getProperty("browser.pictures"))) {
			photograph(page, name);
		}
	}

	/** A test that fails always leaves its last page behind. */
	static void photograph(Page page, String name) {
		var file = Path.of(System.getProperty("project.build.directory", "target"), "screenshots", name + ".png");
		inspect(page, () -> page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true)));
	}

	/**
	 * The page has loaded, said what it had to, and has its final colours before a tool
	 * looks at it: scripts fade from one theme to the other.
	 */
	private static void inspect(Page page, Runnable tool) {
		page.waitForLoadState();
		if (runsScript(page)) {
			page.evaluate("""
					async () => {
					  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
					  await Promise.all(document.getAnimations()
					    .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
					    .map((animation) => animation.finished.catch(() => {})));
					}""");
		}
		INSPECTING.set(true);
		try {
			tool.run();
		}
		finally {
			INSPECTING.remove();
		}
	}

	/**
	 * Whether axe or the camera is at work: they put styles of their own in the page, and
	 * what the browser says of those is not about the page.
	 * @return true while one of them is
	 */
	static boolean areInspected() {
		return INSPECTING.get();
	}

}
