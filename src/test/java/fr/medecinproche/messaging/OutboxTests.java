package fr.medecinproche.messaging;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
	void tries_again_later_and_later_and_gives_up_after_the_seventh_failure() {
		enqueue(Letters.to("jeanne@example.org", "appointment:7:booked"));
		var down = dispatcher((message) -> {
			throw new MailSendException("connection refused");
		});
		var time = NOW;
		for (var wait : List.of("PT0S", "PT1M", "PT5M", "PT30M", "PT2H", "PT6H", "PT24H")) {
			if (!Duration.parse(wait).isZero()) {
				this.clock.set(time.plus(Duration.parse(wait)).minusSeconds(1));
				assertThat(down.dispatch()).as("just before %s", wait).isZero();
			}
			time = time.plus(Duration.parse(wait));
			this.clock.set(time);
			assertThat(count("status = 'PENDING'")).isOne();
			assertThat(down.dispatch()).as("after %s", wait).isOne();
		}
		assertThat(count("status = 'FAILED' and attempts = 7")).isOne();
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
		return new Dispatcher(this.queue, List.of(new Server(server)), this.settings);
	}

	private int count(String condition) {
		return this.jdbc.sql("select count(*) from outbox_message where " + condition).query(Integer.class).single();
	}

	private record Server(Consumer<OutboxMessage> accept) implements MessageTransport {

		@Override
		public Channel channel() {
			return Channel.EMAIL;
		}

		@Override
		public MessageStatus send(OutboxMessage message) {
			this.accept.accept(message);
			return MessageStatus.SENT;
		}

	}

}
