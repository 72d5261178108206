package fr.medecinproche.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A call while everybody answers at once, on several nodes.
 */
@ApplicationTest
class CampaignRaceTests {

	private static final int DOCTORS = 8;

	@Autowired
	CampaignDrafts drafts;

	@Autowired
	CampaignService service;

	@Autowired
	CampaignAnswers answers;

	@Autowired
	CampaignResuming resuming;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	CampaignRefusals refusals;

	@Autowired
	CampaignRounds rounds;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Intercommunalites zones;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Calls calls;

	private List<HalfDaySlot> mornings;

	private List<Volunteer> doctors;

	@BeforeEach
	void eightDoctorsAndFourMornings() {
		this.database.clean();
		this.calls = new Calls(this.scenario, this.drafts, this.zones, this.jdbc);
		this.mornings = this.calls.mornings(4);
		this.doctors = IntStream.range(0, DOCTORS)
			.mapToObj((number) -> this.scenario.volunteer("Jean", "Docteur" + (char) ('A' + number)))
			.toList();
	}

	private void send(long call) {
		this.service.send(call, (done) -> {
		});
	}

	@RepeatedTest(3)
	void of_eight_who_say_yes_at_once_as_many_come_as_are_needed_and_no_mail_leaves_after()
			throws InterruptedException {
		var many = IntStream.range(0, 90).mapToObj((number) -> "medecin" + number + "@cpts.example").toList();
		var call = this.calls.draft(3, many, Audience.ACTIVE, Audience.LIST);
		send(call);
		var invitations = this.doctors.stream().map((doctor) -> this.calls.invitationOf(call, doctor)).toList();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 0));
		var outcomes = Race.of(DOCTORS + 2, (number) -> {
			if (number < DOCTORS) {
				this.answers.accept(invitations.get(number), List.of(this.mornings.get(number % 4).getId()));
			}
			else {
				this.rounds.make();
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfTypes(CampaignRefusedException.class,
				SchedulingRefusedException.class);
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isEqualTo(3);
		assertThat(this.calls.count("from campaign_invitation where answer = 'YES'")).isEqualTo(3);
		assertThat(this.calls.status(call)).isEqualTo("MET");
		assertThat(this.calls.leaving()).as("mails that may still leave").isZero();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 12, 0));
		var written = this.calls.count("from campaign_invitation where written_at is not null");
		this.rounds.make();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).isEqualTo(written);
	}

	@Test
	void whoever_takes_the_last_half_day_while_a_call_begins_waits_and_meets_its_need() throws Exception {
		var call = this.calls.draft(1, Audience.ACTIVE);
		var taken = whileUncommitted(() -> send(call), this::take);
		taken.getFirst().get();
		assertThat(this.calls.status(call)).isEqualTo("MET");
		assertThat(this.calls
			.count("from campaign_half_day d join half_day_slot h on h.id = d.slot_id " + "where h.status = 'TAKEN'"))
			.isOne();
		assertThat(this.calls.leaving()).as("mails that may still leave").isZero();
	}

	@Test
	void a_call_for_the_half_day_that_is_being_taken_waits_and_is_not_sent() throws Exception {
		this.jdbc.sql("update half_day_slot set status = 'CLOSED' where id <> ?")
			.param(this.mornings.getFirst().getId())
			.update();
		var call = this.calls.draft(1, Audience.ACTIVE);
		var sent = whileUncommitted(this::take, () -> send(call));
		assertThat(refusals(sent)).containsExactly(Reason.NOTHING_OPEN);
		assertThat(this.calls.status(call)).isEqualTo("DRAFT");
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%'")).isZero();
	}

	@Test
	void whoever_takes_the_last_half_day_while_the_next_are_written_to_holds_those_mails_back() throws Exception {
		var many = IntStream.range(0, 90).mapToObj((number) -> "medecin" + number + "@cpts.example").toList();
		var call = this.calls.draft(1, many, Audience.ACTIVE, Audience.LIST);
		send(call);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 0));
		var taken = whileUncommitted(this.rounds::make, this::take);
		taken.getFirst().get();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).isEqualTo(80);
		assertThat(this.calls.status(call)).isEqualTo("MET");
		assertThat(this.calls.leaving()).as("mails that may still leave").isZero();
	}

	@Test
	void a_half_day_taken_behind_the_service_s_back_ends_the_call_before_anybody_else_is_written_to() {
		var many = IntStream.range(0, 90).mapToObj((number) -> "medecin" + number + "@cpts.example").toList();
		var call = this.calls.draft(1, many, Audience.LIST);
		send(call);
		this.jdbc
			.sql("update half_day_slot set status = 'TAKEN', volunteer_id = ?, rank = 1, taken_at = now() where id = ?")
			.params(this.doctors.getFirst().getId(), this.mornings.getFirst().getId())
			.update();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 0));
		this.rounds.make();
		assertThat(this.calls.status(call)).isEqualTo("MET");
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).isEqualTo(40);
		assertThat(this.calls.leaving()).isZero();
	}

	@Test
	void a_yes_that_arrives_while_the_call_is_stopped_takes_nothing() throws Exception {
		var candidate = this.scenario.candidate("Marc", "Lacaze");
		var call = this.calls.draft(4, Audience.ACTIVE, Audience.FILE_IN_PROGRESS);
		send(call);
		var yes = this.calls.invitationOf(call, this.doctors.getFirst());
		var interest = this.calls.invitationOf(call, candidate);
		var late = whileUncommitted(() -> this.service.stop(call),
				() -> this.answers.accept(yes, List.of(this.mornings.get(0).getId())),
				() -> this.answers.accept(interest, List.of(this.mornings.get(1).getId())));
		assertThat(refusals(late)).containsExactly(Reason.ENDED, Reason.ENDED);
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isZero();
		assertThat(this.calls.count("from campaign_invitation where answer <> 'OPEN'")).isZero();
	}

	@Test
	void whoever_is_written_to_behind_the_service_s_back_while_the_call_is_stopped_is_not() throws Exception {
		var many = IntStream.range(0, 90).mapToObj((number) -> "medecin" + number + "@cpts.example").toList();
		var call = this.calls.draft(4, many, Audience.LIST);
		send(call);
		var written = whileUncommitted(() -> this.service.stop(call), () -> this.jdbc.sql("""
				update campaign_invitation set written_at = timestamptz '2027-01-04 09:00Z', place = 1,
				  rest_until = timestamptz '2027-01-18 09:00Z', counts_until = timestamptz '2027-04-05 09:00Z'
				where id = (select max(id) from campaign_invitation where written_at is null)""").update());
		assertThat(failures(written)).satisfiesExactly(
				(failure) -> assertThat(BrokenConstraint.of(failure)).isEqualTo("campaign_invitation_while_running"));
	}

	@RepeatedTest(2)
	void agents_who_stop_a_call_or_throw_its_draft_away_at_once_do_it_once() throws InterruptedException {
		var running = this.calls.draft(4, Audience.ACTIVE);
		send(running);
		var draft = this.calls.draft(4, List.of("b@cpts.example"), Audience.LIST);
		var outcomes = Race.of(8, (number) -> {
			switch (number % 4) {
				case 0, 1 -> this.service.stop(running);
				case 2 -> this.drafts.discard(draft);
				default -> send(draft);
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).isNotEmpty()
			.allSatisfy((loss) -> assertThat(reason(loss)).isIn(Reason.GONE, Reason.BEGUN));
		assertThat(this.calls.status(running)).isEqualTo("STOPPED");
		assertThat(this.calls.count("from journal_entry where action = 'campaign.stopped'")).isOne();
		assertThat(this.calls.count("from journal_entry where action in ('campaign.discarded', 'campaign.sent') "
				+ "and subject = 'campaign:" + draft + "'"))
			.as("sent, or thrown away")
			.isOne();
	}

	@RepeatedTest(2)
	void agents_who_resume_a_call_at_once_send_one_more_call_and_nobody_is_written_to_twice() throws Exception {
		var call = this.calls.draft(1, Audience.ACTIVE);
		send(call);
		take();
		this.scheduling.giveBack(this.doctors.getFirst().getId(), this.mornings.getFirst().getId());
		this.scenario.volunteer("Zoé", "Zola");
		var agent = this.calls.agent();
		var outcomes = Race.of(4, (number) -> {
			long next = this.resuming.draft(call, agent);
			send(next);
			return next;
		});
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(this.calls.count("from campaign where resumes = " + call)).isOne();
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%'")).isEqualTo(DOCTORS + 1);
	}

	@Test
	void doctors_who_take_half_days_of_the_same_calls_in_different_orders_do_not_block_each_other() throws Exception {
		var late = new CampaignSpan(LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 15));
		var early = new CampaignSpan(LocalDate.of(2027, 1, 12), LocalDate.of(2027, 1, 13));
		send(this.calls.draft(late, 4, 150, List.of("a@cpts.example"), Audience.LIST));
		var second = this.calls.draft(early, 4, 150, List.of("b@cpts.example"), Audience.LIST);
		send(second);
		var another = this.calls.mornings(1).getFirst();
		var taken = whileUncommitted(
				() -> this.jdbc.sql("select 1 from campaign where id = ? for update")
					.param(second)
					.query(Integer.class)
					.single(),
				() -> this.scheduling.take(this.doctors.get(0).getId(),
						List.of(this.mornings.get(0).getId(), this.mornings.get(2).getId())),
				() -> this.scheduling.take(this.doctors.get(1).getId(),
						List.of(this.mornings.get(3).getId(), another.getId())));
		assertThat(Race.losses(taken)).isEmpty();
		assertThat(this.calls
			.count("from campaign_half_day d join half_day_slot h on h.id = d.slot_id " + "where h.status = 'TAKEN'"))
			.isEqualTo(4);
	}

	@Test
	void doctors_take_half_days_while_everybody_on_a_long_list_is_written_down() {
		var call = this.calls.draft(3, List.of("a@cpts.example", "b@cpts.example"), Audience.LIST);
		try (var threads = Executors.newSingleThreadExecutor()) {
			this.service.send(call, (done) -> {
				var taken = threads.submit(this::take);
				assertThat(taken).succeedsWithin(Duration.ofSeconds(10));
			});
		}
		assertThat(this.calls.status(call)).isEqualTo("RUNNING");
		assertThat(this.calls.count("from campaign_half_day")).as("it was taken before").isEqualTo(3);
	}

	@Test
	void a_draft_is_neither_changed_nor_thrown_away_while_everybody_is_written_down() {
		var call = this.calls.draft(3, List.of("a@cpts.example", "b@cpts.example"), Audience.LIST);
		var discarded = new AtomicReference<Future<?>>();
		try (var threads = Executors.newSingleThreadExecutor()) {
			this.service.send(call, (done) -> {
				discarded.set(threads.submit(() -> this.drafts.discard(call)));
				await().until(() -> this.calls.count("from pg_locks where not granted") > 0);
			});
		}
		assertThat(refusals(List.of(discarded.get()))).containsExactly(Reason.BEGUN);
		assertThat(this.calls.status(call)).isEqualTo("RUNNING");
	}

	private void take() {
		this.scheduling.take(this.doctors.getFirst().getId(), List.of(this.mornings.getFirst().getId()));
	}

	/**
	 * Does something, lets others begin one after the other, and ends it once all of them
	 * wait for it.
	 */
	private List<? extends Future<?>> whileUncommitted(Runnable act, Runnable... others) {
		try (var threads = Executors.newFixedThreadPool(others.length)) {
			return this.transaction.execute((status) -> {
				act.run();
				var begun = new ArrayList<Future<?>>();
				for (var other : others) {
					begun.add(threads.submit(other));
					await().until(() -> this.calls.count("from pg_locks where not granted") >= begun.size());
				}
				return begun;
			});
		}
	}

	private static List<Throwable> failures(List<? extends Future<?>> acts) {
		return acts.stream().map(Future::exceptionNow).toList();
	}

	private static List<Reason> refusals(List<? extends Future<?>> acts) {
		return failures(acts).stream().map(CampaignRaceTests::reason).toList();
	}

	private static Reason reason(Throwable failure) {
		assertThat(failure).isInstanceOf(CampaignRefusedException.class);
		return ((CampaignRefusedException) failure).reason();
	}

	@RepeatedTest(2)
	void eight_presses_on_two_nodes_send_one_call_once_and_a_stop_and_a_no_make_one_story()
			throws InterruptedException {
		var call = this.calls.draft(4, List.of("b@cpts.example"), Audience.ACTIVE, Audience.LIST);
		var other = this.calls.draft(4, List.of("b@cpts.example"), Audience.ACTIVE, Audience.LIST);
		var outcomes = Race.of(10, (number) -> {
			switch (number) {
				case 0, 1 -> this.rounds.make();
				case 2 -> this.refusals.refuse(this.doctors.get(0).getId());
				case 3 -> this.scheduling.take(this.doctors.get(1).getId(), List.of(this.mornings.get(0).getId()));
				case 4, 5, 6 -> send(other);
				default -> send(call);
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfTypes(CampaignRefusedException.class);
		assertThat(this.calls.count("from (select email_hash from campaign_invitation where written_at is not null "
				+ "group by email_hash having count(*) > 1) twice"))
			.as("nobody is written to by both")
			.isZero();
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%'"))
			.isEqualTo(this.calls.count("from campaign_invitation where written_at is not null"));
		assertThat(this.calls.count("from outbox_message m join campaign_invitation i on m.dedup_key = 'campaign:' "
				+ "|| i.campaign_id || ':' || i.id and i.volunteer_id = " + this.doctors.get(0).getId()
				+ " where m.not_after > timestamptz '2027-01-30 00:00Z'"))
			.as("whoever wants none")
			.isZero();
	}

}
