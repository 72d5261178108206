package fr.medecinproche.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import fr.medecinproche.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static fr.medecinproche.testing.PdfAssertions.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@ApplicationTest
class PdfPagesTests {

	private static final LocalDate DAY = LocalDate.of(2027, 1, 12);

	@Autowired
	PdfPages pages;

	@Autowired
	Words words;

	@Test
	void a_page_keeps_its_accents_and_what_people_typed() {
		var model = Map.of("day", DAY, "typed", "<b>M. & Mme O’Neil</b> \"d’Oc\"", "elsewhere", "");
		pdf(this.pages.print("pdf/essai", model, Locale.FRENCH)).isAccessible("fr")
			.says("mardi 12 janvier 2027", "Élève, façade, œuvre, à côté de l’île : 20 €.")
			.says("<b>M. & Mme O’Neil</b> \"d’Oc\"");
		pdf(this.pages.print("pdf/essai", model, Locale.ENGLISH)).isAccessible("en").says("Tuesday 12 January 2027");
	}

	@Test
	void a_line_ends_after_a_space_or_a_hyphen_not_after_an_apostrophe() {
		var lines = new LineEnds();
		lines.setText("l’heure d'ici, aujourd’hui\u00a0: rendez-vous");
		assertThat(IntStream.generate(lines::next).takeWhile((end) -> end > 0).boxed()).containsExactly(8, 15, 29, 36);
		lines.setText("");
		assertThat(lines.next()).isEqualTo(-1);
	}

	@Test
	void a_page_fetches_nothing() throws Exception {
		var asked = new AtomicInteger();
		var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		elsewhere.createContext("/", (exchange) -> {
			asked.incrementAndGet();
			exchange.sendResponseHeaders(HttpStatus.NOT_FOUND.value(), -1);
			exchange.close();
		});
		elsewhere.start();
		try {
			var model = Map.of("day", DAY, "typed", "", "elsewhere",
					"http://localhost:" + elsewhere.getAddress().getPort());
			pdf(this.pages.print("pdf/essai", model, Locale.FRENCH)).says("mardi 12 janvier").doesNotSay("root:");
		}
		finally {
			elsewhere.stop(0);
		}
		assertThat(asked).hasValue(0);
	}

	@Test
	void when_too_many_are_asked_for_the_last_is_told_to_come_back() throws Exception {
		var begun = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);
		var templates = mock(ITemplateEngine.class);
		given(templates.process(anyString(), any())).willAnswer((call) -> {
			begun.countDown();
			assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
			return "<html lang='fr'><head><title>Essai</title><meta name='subject' content='essai'/></head>"
					+ "<body style='font-family: \"Atkinson Hyperlegible\"'>Bonjour</body></html>";
		});
		var regular = new ClassPathResource("pdf/Regular.ttf").getContentAsByteArray();
		var onePress = new PdfPages(templates, this.words, regular, regular, 1, Duration.ofMillis(20));
		var first = CompletableFuture.supplyAsync(() -> onePress.print("essai", Map.of(), Locale.FRENCH));
		assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> onePress.print("essai", Map.of(), Locale.FRENCH))
			.satisfies((refusal) -> assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
		goOn.countDown();
		pdf(first.get(20, TimeUnit.SECONDS)).says("Bonjour");
		pdf(onePress.print("essai", Map.of(), Locale.FRENCH)).says("Bonjour");
	}

	@Test
	void a_page_that_fails_does_not_keep_the_press() throws Exception {
		var templates = mock(ITemplateEngine.class);
		given(templates.process(anyString(), any())).willThrow(new IllegalStateException("no such template"));
		var regular = new ClassPathResource("pdf/Regular.ttf").getContentAsByteArray();
		var onePress = new PdfPages(templates, this.words, regular, regular, 1, Duration.ofMillis(20));
		for (int n = 0; n < 2; n++) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> onePress.print("essai", Map.of(), Locale.FRENCH));
		}
	}

}
