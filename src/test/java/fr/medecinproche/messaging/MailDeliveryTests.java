package fr.medecinproche.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.TestClock.SettableClock;
import fr.medecinproche.web.CalendarEvent;
import fr.medecinproche.web.CalendarFile;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class MailDeliveryTests {

	@Autowired
	Outbox outbox;

	@Autowired
	OutboxQueue queue;

	@Autowired
	OutboxSettings settings;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	private GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	private Dispatcher dispatcher;

	@BeforeEach
	void start() {
		this.database.clean();
		this.server.start();
		this.dispatcher = dispatcherTo(this.server.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void text_and_page_are_alternatives_in_utf_8() throws Exception {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		this.dispatcher.dispatch();
		var mail = onlyMail();
		assertThat(mail.getSubject()).isEqualTo("Votre rendez-vous du mardi 12 janvier");
		assertThat(mail.getFrom()).containsExactly(new InternetAddress("rdv@example.org"));
		assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Un médecin près de chez vous");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		var parts = partsOf(mail);
		assertThat(parts.getFirst().getContentType()).startsWithIgnoringCase("text/plain; charset=UTF-8");
		assertThat(parts.getFirst().getContent()).isEqualTo("À bientôt à l’hôpital.");
		assertThat(parts.getLast().getContentType()).startsWithIgnoringCase("text/html; charset=UTF-8");
		assertThat(parts.getLast().getContent()).isEqualTo("<p>À bientôt à l’hôpital.</p>");
	}

	@Test
	void a_calendar_is_an_alternative_with_its_method_and_an_attached_file() throws Exception {
		var start = Instant.parse("2027-01-12T08:00:00Z");
		var file = CalendarFile.invitation("rdv@example.org", "aline.roux@example.org",
				CalendarEvent.of("half-day-3@example.org", start, start.plusSeconds(3600), "Demi-journée à l’hôpital",
						this.clock.instant()));
		enqueue(Letters.withCalendar("aline.roux@example.org", "half-day:3:taken", file.text()));
		this.dispatcher.dispatch();
		var mail = onlyMail();
		assertThat(mail.getContentType()).startsWith("multipart/mixed");
		var mixed = partsOf(mail);
		var alternatives = partsOf((MimeMultipart) mixed.getFirst().getContent());
		assertThat(alternatives).hasSize(3);
		var calendar = alternatives.getLast();
		assertThat(calendar.getContentType()).startsWith("text/calendar").contains("method=REQUEST", "charset=UTF-8");
		assertThat(calendar.getInputStream().readAllBytes()).isEqualTo(file.bytes());
		assertThat(mixed.getLast().getFileName()).isEqualTo("rendez-vous.ics");
		assertThat(new String(mixed.getLast().getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.isEqualTo(file.text());
	}

	@Test
	void a_server_that_was_down_receives_the_message_once_it_is_up_again() throws Exception {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		this.server.stop();
		assertThat(this.dispatcher.dispatch()).isOne();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 1));
		assertThat(this.dispatcher.dispatch()).isOne();
		this.server = new GreenMail(ServerSetup.SMTP.dynamicPort());
		this.server.start();
		this.dispatcher = dispatcherTo(this.server.getSmtp().getPort());
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 6));
		this.dispatcher.dispatch();
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 0));
		this.dispatcher.dispatch();
		assertThat(onlyMail().getSubject()).isEqualTo("Votre rendez-vous du mardi 12 janvier");
		assertThat(this.jdbc.sql("select status from outbox_message").query(String.class).single()).isEqualTo("SENT");
	}

	@Test
	void a_mailbox_nobody_has_is_refused_for_good_and_a_full_one_is_tried_again() throws Exception {
		enqueue(Letters.to("personne@example.org", "appointment:7:booked"));
		enqueue(Letters.to("pleine@example.org", "appointment:8:booked"));
		enqueue(Letters.to("pas une adresse", "appointment:9:booked"));
		try (var mail = new HangingMailServer(0, false)) {
			dispatcherTo(mail.port()).dispatch();
			assertThat(mail.accepted).isEmpty();
		}
		assertThat(this.jdbc.sql("select status || ' ' || last_error from outbox_message order by dedup_key")
			.query(String.class)
			.list()).satisfiesExactly(
					(nobody) -> assertThat(nobody).isEqualTo("FAILED RefusedForGoodException: no such mailbox"),
					(full) -> assertThat(full).startsWith("PENDING "),
					(noAddress) -> assertThat(noAddress).isEqualTo("FAILED RefusedForGoodException: not an address"));
	}

	@Test
	void every_copy_of_a_message_carries_the_same_identifier() throws Exception {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		enqueue(Letters.to("jeanne@example.org", "appointment:8:booked"));
		this.dispatcher.dispatch();
		// as after a crash between the server's answer and the end of the transaction
		this.jdbc
			.sql("""
					update outbox_message set status = 'PENDING', settled_at = null, next_attempt_at = created_at, body_text = 'encore'
					where dedup_key = 'appointment:7:booked'""")
			.update();
		this.dispatcher.dispatch();
		var identifiers = Arrays.stream(this.server.getReceivedMessages()).map(MailDeliveryTests::identifier).toList();
		assertThat(identifiers).hasSize(3);
		assertThat(identifiers.get(2)).isEqualTo(identifiers.get(0)).isNotEqualTo(identifiers.get(1));
		assertThat(identifiers.getFirst()).endsWith("@example.org>");
	}

	@Test
	void a_line_break_adds_no_header_and_no_recipient() throws Exception {
		enqueue(new Letter("evil", Channel.EMAIL, "jeanne@example.org\r\nBcc: spy@example.org",
				"Bonjour\r\nX-Evil: 1\nBcc: spy@example.org\u2028", "texte", null, null, Letters.useful()));
		enqueue(new Letter("good", Channel.EMAIL, " jeanne@example.org\n", "Bonjour\r\nBcc: spy@example.org", "texte",
				null, null, Letters.useful()));
		this.dispatcher.dispatch();
		var mail = onlyMail();
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getHeader("X-Evil")).isNull();
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getSubject()).isEqualTo("Bonjour Bcc: spy@example.org");
	}

	private static String identifier(MimeMessage mail) {
		try {
			return mail.getMessageID();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Dispatcher dispatcherTo(int port) {
		var sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		var timeouts = new Properties();
		timeouts.put("mail.smtp.connectiontimeout", "2000");
		timeouts.put("mail.smtp.timeout", "5000");
		sender.setJavaMailProperties(timeouts);
		var mail = new MailSettings("rdv@example.org", "Un médecin près de chez vous");
		return new Dispatcher(this.queue, List.of(new SmtpTransport(sender, mail)), this.settings);
	}

	private void enqueue(Letter letter) {
		this.transaction.executeWithoutResult((status) -> this.outbox.enqueue(letter));
	}

	private MimeMessage onlyMail() {
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		return this.server.getReceivedMessages()[0];
	}

	private static List<BodyPart> partsOf(MimeMessage mail) throws Exception {
		return partsOf((MimeMultipart) mail.getContent());
	}

	private static List<BodyPart> partsOf(MimeMultipart parts) throws Exception {
		var list = new ArrayList<BodyPart>();
		for (int i = 0; i < parts.getCount(); i++) {
			list.add(parts.getBodyPart(i));
		}
		return list;
	}

}
