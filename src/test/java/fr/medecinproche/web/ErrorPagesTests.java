package fr.medecinproche.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.HttpVisitor;
import fr.medecinproche.testing.CleanDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ErrorPagesTests {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@LocalServerPort
	int port;

	private HttpVisitor visitor;

	@BeforeEach
	void open() {
		this.database.clean();
		this.visitor = new HttpVisitor(this.port);
	}

	@Test
	void an_unknown_page_says_so_and_leads_home() {
		var response = this.visitor.open("/nowhere");
		assertThat(response.statusCode()).isEqualTo(404);
		page(response.body()).isSound().says("Page introuvable", "appelez le 15").has("main a[href='/']");
	}

	@Test
	void a_wrong_method_reads_like_an_unknown_page() {
		this.visitor.open("/compte/connexion");
		var response = this.visitor.submit("/compte/connexion", "_method", "DELETE");
		assertThat(response.statusCode()).isIn(404, 405);
		page(response.body()).isSound().says("Page introuvable");
	}

	@Test
	void an_expired_form_says_that_nothing_was_saved() {
		var response = this.visitor.post("/compte/mot-de-passe-oublie", "email", "a@example.org");
		assertThat(response.statusCode()).isEqualTo(403);
		page(response.body()).isSound().says("Votre page a expiré", "rien n’a été enregistré");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/compte/connexion?a=%ff", "/compte/%ff", "/plan-du-site%00", "/plan-du-site;a=b", "//ars",
			"/plan-du-site?lang=%", "/plan-du-site?lang=%c3%28" })
	void hostile_addresses_are_refused_but_nothing_breaks(String path) {
		assertThat(status(path)).isBetween(200, 499);
	}

	@Test
	void what_cannot_be_read_is_answered_with_help() {
		var response = this.visitor.postRaw("/compte/mot-de-passe-oublie?lang=%25", "email=%c3%28");
		assertThat(response.statusCode()).isEqualTo(400);
		page(response.body()).isSound().says("Nous n’avons pas compris cette demande");
	}

	@ParameterizedTest
	@ValueSource(strings = { "_method=%ff", "_method=TRACE&a=b", "email=%", "email=%c3%28",
			"_method=DELETE&_method=PUT", "=&=&=" })
	void hostile_forms_are_refused_but_nothing_breaks(String body) {
		var response = this.visitor.postRaw("/compte/mot-de-passe-oublie", body);
		assertThat(response.statusCode()).isBetween(400, 499);
	}

	@Test
	void a_form_that_is_too_large_is_refused() {
		var response = this.visitor.postRaw("/compte/mot-de-passe-oublie", "email=" + "a".repeat(3_000_000));
		assertThat(response.statusCode()).isBetween(400, 499);
	}

	@Test
	void the_page_of_a_breakdown_needs_no_database() {
		this.visitor.open("/compte/connexion");
		this.jdbc.sql("alter table account rename to account_gone").update();
		HttpResponse<String> response;
		try {
			response = this.visitor.submit("/compte/connexion", "email", "a@example.org", "password", "any password");
		}
		finally {
			this.jdbc.sql("alter table account_gone rename to account").update();
		}
		assertThat(response.statusCode()).isEqualTo(500);
		page(response.body()).isSound().says("Le service est en panne", "appelez le 15");
	}

	@Test
	void a_visitor_of_error_pages_gets_no_session() {
		this.visitor.open("/nowhere");
		assertThat(this.visitor.cookies()).doesNotContain("SESSION");
	}

	/** Sends the path as it is, which no HTTP client of Java would. */
	private int status(String path) {
		try (var socket = new Socket("localhost", this.port)) {
			var out = socket.getOutputStream();
			out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
				.getBytes(StandardCharsets.ISO_8859_1));
			var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Integer.parseInt(answer.substring(9, 12));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
