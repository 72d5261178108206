package fr.medecinproche.local;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fr.medecinproche.messaging.OutboxMessages;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.web.ServiceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo mailbox exists on evaluators' machines only; here it is put up for each test,
 * so that all tests share one application.
 */
@ApplicationTest
class DemoMailboxTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	OutboxMessages messages;

	@Autowired
	ServiceSettings settings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	private final List<RequestMappingInfo> pages = new ArrayList<>();

	@BeforeEach
	void put_up() {
		this.database.clean();
		var mailbox = new DemoMailbox(this.messages, this.settings);
		Arrays.stream(DemoMailbox.class.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(GetMapping.class))
			.forEach((method) -> put_up(mailbox, method));
	}

	private void put_up(DemoMailbox mailbox, Method method) {
		var below = method.getAnnotation(GetMapping.class).value();
		var info = RequestMappingInfo.paths("/demo/messages" + (below.length > 0 ? below[0] : ""))
			.methods(RequestMethod.GET)
			.options(this.requestMappingHandlerMapping.getBuilderConfiguration())
			.build();
		this.requestMappingHandlerMapping.registerMapping(info, mailbox, method);
		this.pages.add(info);
	}

	@AfterEach
	void take_down() {
		this.pages.forEach(this.requestMappingHandlerMapping::unregisterMapping);
	}

	@Test
	void says_that_nothing_was_sent_yet() {
		page(this.mvc.get().uri("/demo/messages").exchange()).isSound().says("démonstration", "Aucun message");
		page(this.mvc.get().uri("/demo/messages?lang=en").exchange()).isSound().says("demonstration", "No message");
	}

	@Test
	void lists_the_newest_first_a_page_at_a_time() {
		for (int i = 1; i <= 25; i++) {
			message(i, "Votre rendez-vous n° " + i);
		}
		page(this.mvc.get().uri("/demo/messages").exchange()).isSound()
			.says("Votre rendez-vous n° 25", "jeanne@example.org")
			.doesNotSay("Votre rendez-vous n° 5 ")
			.has("nav.fr-pagination");
		page(this.mvc.get().uri("/demo/messages?page=1").exchange()).isSound().says("Votre rendez-vous n° 5");
		assertThat(this.mvc.get().uri("/demo/messages?page=-1").exchange()).hasStatusOk();
	}

	@Test
	void leads_where_a_message_leads() {
		message(1, "Votre rendez-vous");
		page(this.mvc.get().uri("/demo/messages/1").exchange()).isSound()
			.says("Bonjour", "<script>")
			.has("a[href=/rendez-vous/s3cret]")
			.has("a[href=/demo/messages/1/page]")
			.hasNo("a[href*=elsewhere]");
	}

	@Test
	void shows_the_page_of_a_message_where_nothing_can_run() {
		message(1, "Votre rendez-vous");
		var answer = this.mvc.get().uri("/demo/messages/1/page").exchange();
		assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/html");
		assertThat(answer.getResponse().getHeaders("Content-Security-Policy")).singleElement()
			.asString()
			.contains("sandbox", "default-src 'none'")
			.doesNotContain("allow-scripts", "allow-same-origin");
		assertThat(answer).bodyText().contains("href=\"/rendez-vous/s3cret\"", "À bientôt");
	}

	@Test
	void a_text_message_and_a_forgotten_message_have_a_page_too() {
		this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, recipient, body_text, status, next_attempt_at, not_after,
					  created_at, settled_at) values
					  ('1', 'SMS', '+33639981234', 'RDV mardi', 'RECORDED', now(), now(), now(), now()),
					  ('2', 'SMS', null, null, 'SENT', now(), now(), now(), now())""")
			.update();
		page(this.mvc.get().uri("/demo/messages").exchange()).isSound().says("SMS", "+33639981234", "Message oublié");
		page(this.mvc.get().uri("/demo/messages/1").exchange()).isSound().says("RDV mardi");
		page(this.mvc.get().uri("/demo/messages/2").exchange()).isSound().says("Message oublié");
		assertThat(this.mvc.get().uri("/demo/messages/1/page").exchange()).hasStatus(404);
		assertThat(this.mvc.get().uri("/demo/messages/1/calendrier.ics").exchange()).hasStatus(404);
		assertThat(this.mvc.get().uri("/demo/messages/99").exchange()).hasStatus(404);
	}

	private void message(int number, String subject) {
		this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, recipient, subject, body_text, body_html, status,
					  next_attempt_at, not_after, created_at, settled_at)
					values (?, 'EMAIL', 'jeanne@example.org', ?,
					  'Bonjour <script> http://localhost:8080/rendez-vous/s3cret http://elsewhere.example/',
					  '<p>À bientôt <a href="http://localhost:8080/rendez-vous/s3cret">ici</a>', 'RECORDED', now(), now(), now(),
					  now())""")
			.params(String.valueOf(number), subject)
			.update();
	}

}
