package fr.medecinproche.messaging.sms;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;

import fr.medecinproche.messaging.MessageStatus;
import fr.medecinproche.messaging.MessageTransport;
import fr.medecinproche.messaging.OutboxMessage;
import fr.medecinproche.messaging.RecordingTransport;
import fr.medecinproche.messaging.RefusedForGoodException;
import fr.medecinproche.messaging.sms.Provider.Answer;
import fr.medecinproche.messaging.sms.Provider.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SmsTransportTests {

	private static final Instant NOW = Instant.parse("2027-01-04T07:00:00Z");

	/** OVH's clock is forty seconds ahead of ours. */
	private static final long DRIFT = 40;

	private static final String ACCEPTED = """
			{"totalCreditsRemoved":1,"invalidReceivers":[],"ids":[123],"validReceivers":["+33639981234"]}""";

	private Provider provider;

	private Duration patience = Duration.ofSeconds(20);

	@BeforeEach
	void start() throws Exception {
		this.provider = new Provider(ovh(new Answer(200, ACCEPTED)));
	}

	@AfterEach
	void stop() {
		this.provider.close();
	}

	@Test
	void ovh_receives_the_fields_it_names() {
		assertThat(ovh().send(message(Duration.ofDays(7)))).isEqualTo(MessageStatus.SENT);
		var job = this.provider.posts().getFirst();
		assertThat(job.path()).isEqualTo("/1.0/sms/sms-ab123-1/jobs");
		assertThat(job.headers().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(job.body()).isEqualTo("{\"charset\":\"UTF-8\",\"class\":\"phoneDisplay\",\"coding\":\"7bit\","
				+ "\"message\":\"RDV à 9 h 20 \\\"Bâtiment\\\"\",\"noStopClause\":true,\"priority\":\"high\","
				+ "\"receivers\":[\"+33639981234\"],\"sender\":\"MEDECIN\",\"senderForResponse\":false,"
				+ "\"validityPeriod\":2880}");
	}

	@Test
	void ovh_can_check_the_signature() throws Exception {
		ovh().send(message(Duration.ofDays(7)));
		var job = this.provider.posts().getFirst();
		var timestamp = String.valueOf(NOW.getEpochSecond() + DRIFT);
		assertThat(job.headers().getFirst("X-Ovh-Application")).isEqualTo("app-key");
		assertThat(job.headers().getFirst("X-Ovh-Consumer")).isEqualTo("consumer");
		assertThat(job.headers().getFirst("X-Ovh-Timestamp")).isEqualTo(timestamp);
		var signed = "s3cret+consumer+POST+" + this.provider.address() + "/sms/sms-ab123-1/jobs+" + job.body() + "+"
				+ timestamp;
		var sha1 = new BigInteger(1,
				MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8)));
		assertThat(job.headers().getFirst("X-Ovh-Signature")).isEqualTo("$1$%040x".formatted(sha1));
	}

	@Test
	void ovh_is_asked_for_the_time_once_and_again_after_a_refusal() {
		var ovh = ovh();
		ovh.send(message(Duration.ofDays(7)));
		ovh.send(message(Duration.ofDays(7)));
		assertThat(this.provider.requests).hasSize(3);
		this.provider.answers(ovh(new Answer(403, "{\"message\":\"Invalid signature\"}")));
		assertThatRuntimeException().isThrownBy(() -> ovh.send(message(Duration.ofDays(7))));
		this.provider.answers(ovh(new Answer(200, ACCEPTED)));
		ovh.send(message(Duration.ofDays(7)));
		assertThat(this.provider.requests.stream().filter((request) -> request.path().equals("/1.0/auth/time")))
			.hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "PT10S,1", "PT90M,90", "PT47H,2820", "PT49H,2880" })
	void ovh_does_not_deliver_a_message_once_it_is_of_no_use(Duration useful, int minutes) {
		ovh().send(message(useful));
		assertThat(this.provider.posts().getFirst().body()).endsWith("\"validityPeriod\":" + minutes + "}");
	}

	@Test
	void a_number_ovh_does_not_know_is_refused_for_good() {
		this.provider.answers(ovh(new Answer(200,
				"{\"totalCreditsRemoved\":0,\"invalidReceivers\":[\"+33639981234\"],\"ids\":[],\"validReceivers\":[]}")));
		assertThatExceptionOfType(RefusedForGoodException.class)
			.isThrownBy(() -> ovh().send(message(Duration.ofDays(1))))
			.withMessage("OVH knows no such number");
	}

	@Test
	void a_message_ovh_finds_wrong_is_refused_for_good() {
		this.provider.answers(ovh(new Answer(400, "{\"message\":\"[message] invalid\"}")));
		assertThatExceptionOfType(RefusedForGoodException.class)
			.isThrownBy(() -> ovh().send(message(Duration.ofDays(1))));
	}

	/** OVH answers 400 to a wrong key or clock too: no message is to blame for it. */
	@ParameterizedTest
	@ValueSource(strings = { "INVALID_SIGNATURE", "QUERY_TIME_OUT", "INVALID_CREDENTIAL", "INVALID_KEY" })
	void a_signature_ovh_does_not_take_is_tried_again_with_the_time_asked_anew(String code) {
		var ovh = ovh();
		this.provider.answers(ovh(new Answer(400, "{\"errorCode\":\"%s\",\"message\":\"no\"}".formatted(code))));
		for (int n = 0; n < 2; n++) {
			assertThatRuntimeException().isThrownBy(() -> ovh.send(message(Duration.ofDays(1))))
				.isNotInstanceOf(RefusedForGoodException.class)
				.withMessage("OVH answers 400");
		}
		assertThat(this.provider.requests.stream().filter((request) -> request.path().equals("/1.0/auth/time")))
			.hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 402, 403, 404, 409, 429, 500, 502, 503 })
	void what_somebody_can_repair_at_ovh_is_tried_again(int status) {
		this.provider.answers(ovh(new Answer(status, "{\"message\":\"+33639981234 no\"}")));
		assertThatRuntimeException().isThrownBy(() -> ovh().send(message(Duration.ofDays(1))))
			.isNotInstanceOf(RefusedForGoodException.class)
			.withMessage("OVH answers " + status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>maintenance</html>", "{}", "{\"ids\":[],\"invalidReceivers\":[]}" })
	void an_answer_of_ovh_that_is_no_receipt_is_tried_again(String body) {
		this.provider.answers(ovh(new Answer(200, body)));
		assertThatRuntimeException().isThrownBy(() -> ovh().send(message(Duration.ofDays(1))))
			.isNotInstanceOf(RefusedForGoodException.class)
			.withMessage("OVH gives no receipt");
	}

	@Test
	void nothing_is_sent_while_ovh_does_not_tell_the_time() {
		this.provider.answers(503, "");
		assertThatRuntimeException().isThrownBy(() -> ovh().send(message(Duration.ofDays(1))))
			.isNotInstanceOf(RefusedForGoodException.class);
		assertThat(this.provider.posts()).isEmpty();
	}

	@Test
	void brevo_receives_the_fields_it_names() {
		this.provider.answers(201, "{\"messageId\":1511882900176220}");
		assertThat(brevo().send(message(Duration.ofDays(7)))).isEqualTo(MessageStatus.SENT);
		var sms = this.provider.posts().getFirst();
		assertThat(sms.path()).isEqualTo("/1.0/transactionalSMS/send");
		assertThat(sms.headers().getFirst("api-key")).isEqualTo("k3y");
		assertThat(sms.body()).isEqualTo("{\"sender\":\"MEDECIN\",\"recipient\":\"33639981234\","
				+ "\"content\":\"RDV à 9 h 20 \\\"Bâtiment\\\"\",\"type\":\"transactional\",\"tag\":\"outbox-7\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_parameter", "missing_parameter", "out_of_range" })
	void a_message_brevo_finds_wrong_is_refused_for_good(String code) {
		this.provider.answers(400, "{\"code\":\"%s\",\"message\":\"+33639981234\"}".formatted(code));
		assertThatExceptionOfType(RefusedForGoodException.class)
			.isThrownBy(() -> brevo().send(message(Duration.ofDays(1))))
			.withMessage("Brevo refuses the message: " + code);
	}

	@ParameterizedTest
	@CsvSource({ "402,not_enough_credits", "400,not_enough_credits", "400,''", "401,unauthorized",
			"403,permission_denied", "429,''", "500,''", "200,''" })
	void what_somebody_can_repair_at_brevo_is_tried_again(int status, String code) {
		this.provider.answers(status, "{\"code\":\"%s\"}".formatted(code));
		assertThatRuntimeException().isThrownBy(() -> brevo().send(message(Duration.ofDays(1))))
			.isNotInstanceOf(RefusedForGoodException.class)
			.withMessageContaining("Brevo");
	}

	@Test
	void a_provider_that_does_not_answer_is_given_up_in_time() {
		this.patience = Duration.ofMillis(300);
		this.provider.answers((request) -> {
			sleep();
			return new Answer(201, "{}");
		});
		assertThatRuntimeException().isThrownBy(() -> brevo().send(message(Duration.ofDays(1))))
			.isNotInstanceOf(RefusedForGoodException.class);
	}

	@Test
	void a_provider_that_is_not_there_is_tried_again() {
		this.provider.close();
		assertThatRuntimeException().isThrownBy(() -> brevo().send(message(Duration.ofDays(1))))
			.isNotInstanceOf(RefusedForGoodException.class);
	}

	@Test
	void without_a_provider_messages_are_recorded() {
		var settings = settings(SmsSettings.Provider.NONE, "");
		assertThat(SmsConfiguration.transport(settings.complete(), clock())).isInstanceOf(RecordingTransport.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "MEDECINPROCHE", "MEDECIN 32", "MÉDECIN" })
	void a_sender_the_network_would_refuse_is_refused_at_the_start(String sender) {
		assertThatExceptionOfType(SmsSettingsException.class)
			.isThrownBy(settings(SmsSettings.Provider.OVH, sender)::complete)
			.withMessage("The setting medecin-proche.sms.sender must be 1 to 11 letters and digits.");
	}

	@Test
	void a_missing_credential_is_named_at_the_start() {
		var bare = new SmsSettings(SmsSettings.Provider.BREVO, "MEDECIN", Duration.ofSeconds(1), Duration.ofSeconds(1),
				new SmsSettings.Ovh(URI.create("http://127.0.0.1"), "", "", "", ""),
				new SmsSettings.Brevo(URI.create("http://127.0.0.1"), " "));
		assertThatExceptionOfType(SmsSettingsException.class).isThrownBy(bare::complete)
			.withMessage(
					"The setting medecin-proche.sms.brevo.api-key is missing: text messages are to be sent by BREVO.")
			.satisfies((fault) -> assertThat(
					new SmsFailureAnalyzer().analyze(new IllegalStateException(fault)).getDescription())
				.isEqualTo(fault.getMessage()));
	}

	@Test
	void the_application_does_not_start_with_half_of_an_account() {
		var application = new ApplicationContextRunner().withUserConfiguration(Bound.class, SmsConfiguration.class)
			.withBean(Clock.class, SmsTransportTests::clock)
			.withPropertyValues("medecin-proche.sms.provider=ovh", "medecin-proche.sms.sender=MEDECIN",
					"medecin-proche.sms.ovh.service=sms-ab123-1", "medecin-proche.sms.ovh.application-key=app-key");
		application.run((context) -> assertThat(context).getFailure()
			.hasRootCauseMessage("The setting medecin-proche.sms.ovh.application-secret is missing: "
					+ "text messages are to be sent by OVH."));
		application
			.withPropertyValues("medecin-proche.sms.ovh.application-secret=s3cret",
					"medecin-proche.sms.ovh.consumer-key=consumer")
			.run((context) -> assertThat(context).getBean(MessageTransport.class).isInstanceOf(OvhTransport.class));
	}

	@Test
	void settings_never_show_a_secret() {
		assertThat(settings(SmsSettings.Provider.OVH, "MEDECIN").toString()).doesNotContain("s3cret", "k3y");
	}

	private MessageTransport ovh() {
		return SmsConfiguration.transport(settings(SmsSettings.Provider.OVH, "MEDECIN").complete(), clock());
	}

	private MessageTransport brevo() {
		return SmsConfiguration.transport(settings(SmsSettings.Provider.BREVO, "MEDECIN").complete(), clock());
	}

	private SmsSettings settings(SmsSettings.Provider who, String sender) {
		return new SmsSettings(who, sender, Duration.ofSeconds(5), this.patience,
				new SmsSettings.Ovh(this.provider.address(), "sms-ab123-1", "app-key", "s3cret", "consumer"),
				new SmsSettings.Brevo(this.provider.address(), "k3y"));
	}

	private static Function<Request, Answer> ovh(Answer answer) {
		return (request) -> request.path().equals("/1.0/auth/time")
				? new Answer(200, String.valueOf(NOW.getEpochSecond() + DRIFT)) : answer;
	}

	private static OutboxMessage message(Duration useful) {
		var message = mock(OutboxMessage.class);
		given(message.getId()).willReturn(7L);
		given(message.getRecipient()).willReturn("+33639981234");
		given(message.getBodyText()).willReturn("RDV à 9 h 20 \"Bâtiment\"");
		given(message.getNotAfter()).willReturn(NOW.plus(useful));
		return message;
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	@EnableConfigurationProperties(SmsSettings.class)
	static class Bound {

	}

	private static void sleep() {
		try {
			Thread.sleep(1500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
