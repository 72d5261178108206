package fr.medecinproche.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The machine's own Chromium, driven through the machine's own Node.js: nothing is
 * downloaded. One is started for all tests of a JVM.
 */
final class Chromium implements AutoCloseable {

	static final String MISSING = "no Chromium found: install one, or name it in the environment variable CHROMIUM";

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static Optional<Path> executable() {
		var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
		var known = Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
			.flatMap(Chromium::onPath);
		return Stream.concat(named, known).filter(Files::isExecutable).findFirst();
	}

	static Chromium start() {
		var node = Stream.of("node", "node.exe")
			.flatMap(Chromium::onPath)
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Node.js is not on the path"));
		var playwright = Playwright.create(new Playwright.CreateOptions()
			.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
		var executable = executable().orElseThrow(() -> new IllegalStateException(MISSING));
		return new Chromium(playwright,
				playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable)));
	}

	private static Stream<Path> onPath(String name) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name));
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
