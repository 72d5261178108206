package fr.medecinproche.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ApplicationTest
class OutboxTests {

	private static final LocalDateTime NOW = LocalDateTime.of(2027, 1, 4, 8, 0);

	@Autowired
	Outbox outbox;

	@Autowired
	OutboxQueue queue;

	@Autowired
	OutboxSettings settings;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	ResendService resending;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void what_is_asked_for_twice_is_one_message() {
		assertThat(enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"))).isTrue();
		assertThat(enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"))).isFalse();
		assertThat(count("true")).isOne();
	}

	@Test
	void is_refused_outside_of_a_transaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.enqueue(Letters.to("jeanne@example.org", "appointment:7:booked")));
	}

	@Test
	void nothing_is_sent_of_what_did_not_happen() {
		assertThatIllegalStateException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.outbox.enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
			throw new IllegalStateException("the appointment is refused");
		}));
		assertThat(count("true")).isZero();
	}

	@Test
	void without_a_server_a_message_says_that_it_went_nowhere() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		assertThat(this.dispatcher.dispatch()).isOne();
		assertThat(count("status = 'RECORDED'")).isOne();
		assertThat(this.dispatcher.dispatch()).isZero();
	}

	@Test
	void eight_nodes_send_each_message_once() throws Exception {
		IntStream.range(0, 60).forEach((i) -> enqueue(Letters.to("jeanne@example.org", "appointment:" + i)));
		var times = new ConcurrentHashMap<Long, Integer>();
		try (var nodes = Executors.newFixedThreadPool(8)) {
			List<Callable<Integer>> tasks = new ArrayList<>();
			for (int node = 0; node < 8; node++) {
				tasks.add(() -> dispatcher((message) -> {
					times.merge(message.getId(), 1, Integer::sum);
					Thread.onSpinWait();
				}).dispatch());
			}
			for (var task : nodes.invokeAll(tasks)) {
				task.get();
			}
		}
		assertThat(times).hasSize(60).allSatisfy((id, sent) -> assertThat(sent).isOne());
		assertThat(count("status = 'SENT'")).isEqualTo(60);
	}

	@Test
	void a_message_being_sent_is_not_sent_by_another_node() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		var elsewhere = new AtomicInteger();
		var other = dispatcher((message) -> elsewhere.incrementAndGet());
		dispatcher((message) -> other.dispatch()).dispatch();
		assertThat(elsewhere).hasValue(0);
		assertThat(count("status = 'SENT' and attempts = 1")).isOne();
	}

	@Test
	void a_node_that_dies_while_sending_leaves_the_message_to_another_after_its_lease() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		var crash = dispatcher((message) -> {
			throw new OutOfMemoryError("the node dies");
		});
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(crash::dispatch);
		var sent = new AtomicInteger();
		var other = dispatcher((message) -> sent.incrementAndGet());
		assertThat(other.dispatch()).isZero();
		this.clock.set(NOW.plus(this.settings.lease()));
		other.dispatch();
		assertThat(sent).hasValue(1);
		assertThat(count("status = 'SENT' and attempts = 2")).isOne();
	}

	@Test
	void a_node_that_outlives_its_lease_does_not_undo_what_another_did() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		var other = dispatcher((message) -> {
		});
		dispatcher((message) -> {
			this.clock.set(NOW.plus(this.settings.lease()));
			other.dispatch();
			throw new MailSendException("too late");
		}).dispatch();
		assertThat(count("status = 'SENT' and last_error is null")).isOne();
	}

	@Test
	void tries_again_later_and_later_and_gives_up_after_two_days() {
		var letter = Letters.to("jeanne@example.org", "appointment:7:booked");
		enqueue(letter.usefulUntil(letter.notAfter().plus(Duration.ofDays(7))));
		var down = dispatcher((message) -> {
			throw new MailSendException("connection refused");
		});
		var time = NOW;
		var waits = Stream.concat(Stream.of("PT0S", "PT1M", "PT5M", "PT30M"), Collections.nCopies(46, "PT1H").stream());
		for (var wait : waits.map(Duration::parse).toList()) {
			if (!wait.isZero()) {
				this.clock.set(time.plus(wait).minusSeconds(1));
				assertThat(down.dispatch()).as("just before %s", wait).isZero();
			}
			time = time.plus(wait);
			this.clock.set(time);
			assertThat(count("status = 'PENDING'")).isOne();
			assertThat(down.dispatch()).as("after %s", wait).isOne();
		}
		assertThat(count("status = 'FAILED' and attempts = 50")).isOne();
	}

	@Test
	void what_is_refused_for_good_is_not_tried_again() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		dispatcher((message) -> {
			throw new RefusedForGoodException("no such mailbox", null);
		}).dispatch();
		assertThat(count("status = 'FAILED' and attempts = 1 and last_error like '%no such mailbox'")).isOne();
		this.clock.set(NOW.plusDays(2));
		assertThat(this.dispatcher.dispatch()).isZero();
	}

	@Test
	void a_server_that_is_silent_does_not_hold_up_the_other_channel() {
		IntStream.range(0, 10).forEach((i) -> enqueue(Letters.to("jeanne@example.org", "appointment:" + i)));
		enqueue(Letters.sms("+33639981234", "appointment:10:booked"));
		var tried = new AtomicInteger();
		var silent = new Server(Channel.EMAIL, (message) -> {
			tried.incrementAndGet();
			throw new MailSendException("no answer");
		});
		new Dispatcher(this.queue, List.of(silent, new Server(Channel.SMS, (message) -> {
		})), this.settings).dispatch();
		assertThat(tried).as("then it waits for the next round").hasValue(3);
		assertThat(count("channel = 'SMS' and status = 'SENT'")).isOne();
		assertThat(count("channel = 'EMAIL' and attempts = 0")).isEqualTo(7);
	}

	@Test
	void after_a_day_without_a_mail_server_what_is_still_useful_leaves_once_and_the_rest_does_not() {
		var letter = Letters.to("jeanne@example.org", "appointment:1:booked");
		enqueue(letter.usefulUntil(at(NOW.plusHours(23))));
		enqueue(Letters.to("jeanne@example.org", "appointment:2:booked").usefulUntil(at(NOW.plusHours(26))));
		enqueue(Letters.to("jeanne@example.org", "appointment:3:booked"));
		var up = new AtomicBoolean();
		var sent = new ArrayList<String>();
		var server = dispatcher((message) -> {
			if (!up.get()) {
				throw new MailSendException("connection refused");
			}
			sent.add(message.getDedupKey());
		});
		for (var time = NOW; time.isBefore(NOW.plusHours(26)); time = time.plusMinutes(10)) {
			this.clock.set(time);
			up.set(!time.isBefore(NOW.plusHours(24)));
			server.dispatch();
			if (time.equals(NOW.plusHours(25))) {
				assertThat(sent).as("an hour after the server is back")
					.containsExactlyInAnyOrder("appointment:2:booked", "appointment:3:booked");
			}
		}
		assertThat(sent).hasSize(2);
		assertThat(count("dedup_key = 'appointment:1:booked' and status = 'EXPIRED'")).isOne();
	}

	@Test
	void what_leaves_by_day_only_waits_for_the_morning_even_between_two_attempts() {
		this.clock.set(NOW.withHour(20).withMinute(59));
		enqueue(Letters.to("jeanne@example.org", "appointment:7:reminder:email").byDay());
		dispatcher((message) -> {
			throw new MailSendException("busy");
		}).dispatch();
		for (var time = NOW.withHour(21); time.isBefore(NOW.plusDays(1)); time = time.plusMinutes(30)) {
			this.clock.set(time);
			assertThat(this.dispatcher.dispatch()).as("at %s", time).isZero();
		}
		this.clock.set(NOW.plusDays(1));
		assertThat(this.dispatcher.dispatch()).isOne();
	}

	@Test
	void a_failed_message_that_is_still_useful_keeps_its_words_for_another_try() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		dispatcher((message) -> {
			throw new RefusedForGoodException("no such mailbox", null);
		}).dispatch();
		long id = this.jdbc.sql("select id from outbox_message").query(Long.class).single();
		assertThat(this.resending.resend(id, 1)).contains(true);
		assertThat(this.resending.resend(id, 1)).contains(false);
		var sent = new AtomicInteger();
		dispatcher((message) -> sent.incrementAndGet()).dispatch();
		assertThat(sent).hasValue(1);
		assertThat(this.resending.resend(id, 1)).contains(false);
		assertThat(this.resending.resend(id + 1, 1)).isEmpty();
	}

	@Test
	void a_failed_message_is_forgotten_with_its_use() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		dispatcher((message) -> {
			throw new RefusedForGoodException("no such mailbox", null);
		}).dispatch();
		assertThat(count("body_text is not null")).isOne();
		this.clock.set(NOW.plusDays(Letters.USEFUL_DAYS));
		this.dispatcher.dispatch();
		assertThat(count("body_text is null")).isOne();
	}

	@Test
	void is_never_sent_once_it_is_of_no_use() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		this.clock.set(NOW.plusDays(Letters.USEFUL_DAYS));
		var sent = new AtomicInteger();
		dispatcher((message) -> sent.incrementAndGet()).dispatch();
		assertThat(sent).hasValue(0);
		assertThat(count("status = 'EXPIRED'")).isOne();
	}

	@Test
	void the_last_attempt_does_not_come_after_it_is_of_no_use() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		var end = NOW.plusDays(Letters.USEFUL_DAYS);
		this.clock.set(end.minusSeconds(10));
		dispatcher((message) -> {
			throw new MailSendException("connection refused");
		}).dispatch();
		this.clock.set(end);
		assertThat(this.dispatcher.dispatch()).isZero();
		assertThat(count("status = 'EXPIRED'")).isOne();
	}

	@Test
	void forgets_the_body_at_once_and_the_recipient_later() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		this.dispatcher.dispatch();
		assertThat(count("body_text is null and body_html is null and calendar is null and recipient is not null"))
			.isOne();
		this.clock.set(NOW.plus(this.settings.recipientsKept()));
		this.dispatcher.dispatch();
		assertThat(count("recipient is null and subject is null")).isOne();
		assertThat(enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"))).isFalse();
	}

	@Test
	void a_message_that_still_has_to_leave_keeps_its_body() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		dispatcher((message) -> {
			throw new MailSendException("connection refused");
		}).dispatch();
		assertThat(count("status = 'PENDING' and body_text is not null")).isOne();
	}

	@Test
	void the_reason_of_a_failure_names_nobody() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		dispatcher((message) -> {
			throw new MailSendException("550 <jeanne@example.org>: no such user, +33639981234");
		}).dispatch();
		var error = this.jdbc.sql("select last_error from outbox_message").query(String.class).single();
		assertThat(error).contains("550", "no such user").doesNotContain("jeanne", "39981234");
	}

	private boolean enqueue(Letter letter) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.outbox.enqueue(letter)));
	}

	private Dispatcher dispatcher(Consumer<OutboxMessage> server) {
		return new Dispatcher(this.queue, List.of(new Server(Channel.EMAIL, server)), this.settings);
	}

	private static Instant at(LocalDateTime time) {
		return time.atZone(HalfDay.ZONE).toInstant();
	}

	private int count(String condition) {
		return this.jdbc.sql("select count(*) from outbox_message where " + condition).query(Integer.class).single();
	}

	private record Server(Channel channel, Consumer<OutboxMessage> accept) implements MessageTransport {

		@Override
		public MessageStatus send(OutboxMessage message) {
			this.accept.accept(message);
			return MessageStatus.SENT;
		}

	}

}
