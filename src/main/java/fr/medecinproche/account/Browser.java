package fr.medecinproche.account;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The family of a browser, by the marks it leaves in the header "User-Agent". Most claim
 * to be others as well: the first that fits is the one.
 */
public enum Browser {

	EDGE("Edg/", "EdgA/", "EdgiOS/"), OPERA("OPR/", "Opera"), SAMSUNG("SamsungBrowser/"), FIREFOX("Firefox/", "FxiOS/"),
	CHROME("Chrome/", "CriOS/", "Chromium/"), SAFARI("Safari/"), OTHER("");

	private final List<String> marks;

	Browser(String... marks) {
		this.marks = List.of(marks);
	}

	static Browser of(@Nullable String userAgent) {
		return Arrays.stream(values())
			.filter((browser) -> browser.marks.stream()
				.anyMatch((userAgent != null) ? userAgent::contains : ""::equals))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The family of a machine, by the same marks.
	 */
	public enum Device {

		IPHONE("iPhone"), IPAD("iPad"), ANDROID("Android"), WINDOWS("Windows"), MAC("Macintosh"), LINUX("Linux", "X11"),
		OTHER("");

		private final List<String> marks;

		Device(String... marks) {
			this.marks = List.of(marks);
		}

		static Device of(@Nullable String userAgent) {
			return Arrays.stream(values())
				.filter((device) -> device.marks.stream()
					.anyMatch((userAgent != null) ? userAgent::contains : ""::equals))
				.findFirst()
				.orElseThrow();
		}

	}

}
