package fr.medecinproche.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.medecinproche.account.EmailConfirmed;
import fr.medecinproche.account.Secret;
import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.messaging.Dispatcher;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileStatus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Whom a call goes to, when, and when no more.
 */
@ApplicationTest
class CampaignServiceTests {

	@Autowired
	CampaignDrafts drafts;

	@Autowired
	CampaignService service;

	@Autowired
	CampaignAudience audience;

	@Autowired
	CampaignAnswers answers;

	@Autowired
	CampaignRefusals refusals;

	@Autowired
	CampaignRounds rounds;

	@Autowired
	CampaignResuming resuming;

	@Autowired
	CampaignHalfDays halfDays;

	@Autowired
	CampaignForgetting forgetting;

	@Autowired
	Campaigns campaigns;

	@Autowired
	CampaignInvitations invitations;

	@Autowired
	Intercommunalites zones;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Calls calls;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.calls = new Calls(this.scenario, this.drafts, this.zones, this.jdbc);
	}

	private void send(long campaign) {
		this.service.send(campaign, (done) -> {
		});
	}

	private List<Long> ids(HalfDaySlot... slots) {
		return Arrays.stream(slots).map(HalfDaySlot::getId).toList();
	}

	private void at(int month, int day, int hour) {
		this.clock.set(LocalDateTime.of(2027, month, day, hour, 0));
	}

	private List<CampaignAudience.Share> shares(long campaign) {
		return this.audience.shares(this.campaigns.seenFrom(campaign, null).orElseThrow());
	}

	@Test
	void goes_to_the_groups_that_were_chosen_and_to_doctors_near_enough() {
		this.calls.mornings(1);
		this.scenario.volunteer("Aline", "Roux");
		this.scenario.candidate("Marc", "Lacaze");
		var retired = this.scenario.volunteer("Jean", "Bosc");
		this.jdbc.sql("update volunteer set practice = 'RETRAITE_CUMUL' where id = ?").param(retired.getId()).update();
		assertThat(shares(this.calls.draft(1, Audience.ACTIVE))).extracting("people").containsExactly(2);
		assertThat(shares(this.calls.draft(1, Audience.FILE_IN_PROGRESS))).extracting("people").containsExactly(1);
		assertThat(shares(this.calls.draft(1, Audience.RETIRED))).extracting("people").containsExactly(1);
		assertThat(shares(this.calls.draft(1, Audience.ACTIVE, Audience.FILE_IN_PROGRESS, Audience.RETIRED)))
			.as("everybody once")
			.extracting("audience", "people")
			.containsExactlyInAnyOrder(tuple(Audience.ACTIVE, 1), tuple(Audience.FILE_IN_PROGRESS, 1),
					tuple(Audience.RETIRED, 1));
		double km = this.jdbc.sql("""
				select km_between(c.latitude, c.longitude, s.latitude, s.longitude) from commune c, consultation_site s
				where c.insee = '31555'""").query(Double.class).single();
		assertThat(shares(this.calls.draft(1, (int) Math.ceil(km), List.of(), Audience.ACTIVE))).isNotEmpty();
		assertThat(shares(this.calls.draft(1, (int) Math.floor(km), List.of(), Audience.ACTIVE))).isEmpty();
	}

	@Test
	void leaves_out_whoever_could_take_nothing_and_says_why() {
		var site = this.calls.site();
		this.scenario.halfDay(site, HalfDay.morningOf(TUESDAY));
		var elsewhere = this.scenario.volunteer("Aline", "Roux");
		var plaisance = this.scenario.openSite("Plaisance", Scenario.PLAISANCE);
		this.scenario.taken(elsewhere, plaisance, HalfDay.morningOf(TUESDAY));
		var full = this.scenario.volunteer("Jean", "Bosc");
		for (int day = 1; day <= 4; day++) {
			this.scenario.taken(full, plaisance, HalfDay.afternoonOf(TUESDAY.plusDays(day)));
		}
		var three = this.scenario.volunteer("Luc", "Vidal");
		for (int day = 6; day <= 8; day++) {
			this.scenario.taken(three, plaisance, HalfDay.afternoonOf(TUESDAY.plusDays(day)));
		}
		this.refusals.refuse(this.scenario.volunteer("Zoe", "Zola").getId());
		var call = this.calls.draft(1, Audience.ACTIVE);
		assertThat(this.calls.leftOut(shares(call))).containsOnly(Map.entry("ELSEWHERE", 1L),
				Map.entry("CAP_REACHED", 1L), Map.entry("NEVER", 1L), Map.entry("WRITTEN", 1L));
		send(call);
		assertThat(this.calls.people(call)).containsExactly("bosc CAP_REACHED", "roux ELSEWHERE", "vidal WRITTEN",
				"zola NEVER");
	}

	@Test
	void a_doctor_on_a_list_is_called_once_as_who_they_are_and_addresses_differ_by_more_than_capitals() {
		this.calls.mornings(1);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(1, List.of("ALINE.roux@essai.example", "b@cpts.example", "B@cpts.example"),
				Audience.ACTIVE, Audience.LIST);
		send(call);
		send(call);
		assertThat(this.calls.people(call)).containsExactly("b@cpts.example WRITTEN", "roux WRITTEN");
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%'")).isEqualTo(2);
		assertThat(this.calls.count("from campaign_address")).isZero();
		this.service.stop(call);
		this.scenario.move(doctor.getId(), FileStatus.WITHDRAWN, "Départ", FileAuthor.agent(1));
		at(1, 19, 9);
		this.jdbc.sql("update half_day_slot set day = '2027-01-27'").update();
		var second = this.calls.draft(1, List.of("aline.roux@essai.example"), Audience.LIST);
		send(second);
		this.answers.accept(this.calls.invitationOf(second, doctor),
				List.of(this.jdbc.sql("select max(id) from half_day_slot").query(Long.class).single()));
		assertThat(this.calls.count("from campaign_invitation where answer = 'INTERESTED'")).isOne();
	}

	@Test
	void nothing_is_sent_where_nothing_is_open_or_nobody_can_be_called() {
		assertThatExceptionOfType(CampaignRefusedException.class).isThrownBy(() -> this.calls.draft(1, Audience.ACTIVE))
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(Reason.NOTHING_OPEN);
		this.calls.mornings(1);
		var call = this.calls.draft(1, Audience.ACTIVE);
		assertThatExceptionOfType(CampaignRefusedException.class).isThrownBy(() -> send(call))
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(Reason.NOBODY);
		assertThat(this.calls.status(call)).isEqualTo("DRAFT");
	}

	@Test
	void writes_to_the_nearest_first_wave_by_wave_by_day_and_to_nobody_twice_too_soon() {
		this.calls.mornings(3);
		var addresses = IntStream.range(0, 90).mapToObj((n) -> "medecin" + n + "@cpts.example").toList();
		var near = this.scenario.volunteer("Aline", "Roux");
		at(1, 4, 20);
		var call = this.calls.draft(3, addresses, Audience.ACTIVE, Audience.LIST);
		send(call);
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).isEqualTo(40);
		assertThat(this.calls.people(call)).contains("roux WRITTEN");
		assertThat(this.calls.linkOf(near)).startsWith("/appels/");
		this.rounds.make();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).as("before its time")
			.isEqualTo(40);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 20, 30));
		this.rounds.make();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).isEqualTo(80);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 21, 30));
		this.rounds.make();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).as("at night")
			.isEqualTo(80);
		at(1, 5, 8);
		this.rounds.make();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).isEqualTo(91);
		var second = this.calls.draft(3, addresses, Audience.ACTIVE, Audience.LIST);
		assertThat(this.calls.leftOut(shares(second))).containsOnly(Map.entry("TOO_RECENT", 91L));
	}

	@Test
	void nobody_gets_a_fourth_call_within_ninety_days() {
		this.calls.mornings(1);
		this.scenario.volunteer("Aline", "Roux");
		for (int day : new int[] { 4, 18 }) {
			at(1, day, 8);
			send(openedAgain());
		}
		at(1, 30, 8);
		this.jdbc.sql("update campaign_invitation set rest_until = written_at + interval '1 day'").update();
		send(openedAgain());
		this.jdbc.sql("update campaign_invitation set rest_until = written_at + interval '1 hour'").update();
		at(1, 30, 10);
		assertThat(this.calls.leftOut(shares(openedAgain()))).containsOnly(Map.entry("TOO_MANY", 1L));
		this.jdbc
			.sql("update campaign_invitation set written_at = '2026-10-01 08:00Z', rest_until = '2026-10-02 08:00Z', "
					+ "counts_until = '2026-12-30 08:00Z' where id = (select min(id) from campaign_invitation)")
			.update();
		assertThat(this.calls.leftOut(shares(openedAgain()))).containsOnly(Map.entry("WRITTEN", 1L));
	}

	/** A call for a morning that is still to come. */
	private long openedAgain() {
		this.jdbc.sql("update half_day_slot set day = '2027-01-31'").update();
		return this.calls.draft(1, Audience.ACTIVE);
	}

	@Test
	void the_half_day_that_meets_the_need_ends_the_call_however_it_was_taken() {
		var mornings = this.calls.mornings(2);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		var call = this.calls.draft(2, Audience.ACTIVE);
		send(call);
		assertThat(this.calls.leaving()).isEqualTo(2);
		this.answers.accept(this.calls.invitationOf(call, roux), ids(mornings.get(0)));
		assertThat(this.calls.status(call)).isEqualTo("RUNNING");
		this.scheduling.take(bosc.getId(), ids(mornings.get(1)));
		assertThat(this.calls.status(call)).isEqualTo("MET");
		assertThat(this.calls.leaving()).isZero();
		assertThat(this.calls.count("from campaign_invitation where answer = 'YES'")).isEqualTo(2);
		this.dispatcher.dispatch();
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%' and status = 'RECORDED'"))
			.isZero();
	}

	@Test
	void goes_on_when_a_half_day_is_given_back_and_waits_while_nothing_is_open() {
		var mornings = this.calls.mornings(1);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(2, List.of("b@cpts.example"), Audience.ACTIVE, Audience.LIST);
		this.jdbc.sql("update campaign set wanted = 2").update();
		send(call);
		this.answers.accept(this.calls.invitationOf(call, roux), ids(mornings.get(0)));
		assertThat(this.calls.status(call)).isEqualTo("RUNNING");
		this.jdbc
			.sql("update campaign_invitation set written_at = null, rest_until = null, secret_hash = null, "
					+ "place = null, counts_until = null where email is not null")
			.update();
		at(1, 4, 9);
		this.rounds.make();
		assertThat(this.calls.people(call)).contains("b@cpts.example WAITING");
		this.scheduling.giveBack(roux.getId(), mornings.get(0).getId());
		at(1, 4, 10);
		this.rounds.make();
		assertThat(this.calls.people(call)).contains("b@cpts.example WRITTEN");
		at(2, 1, 8);
		this.rounds.make();
		assertThat(this.calls.status(call)).isEqualTo("OVER");
	}

	@Test
	void a_call_whose_half_day_is_given_back_goes_on_with_whoever_was_not_asked_or_said_not_this_time_long_ago() {
		var mornings = this.calls.mornings(4);
		this.jdbc.sql("update half_day_slot set day = day + 14").update();
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		var vidal = this.scenario.volunteer("Luc", "Vidal");
		this.scenario.volunteer("Eve", "Silencieuse");
		var addresses = IntStream.range(0, 50).mapToObj((n) -> "medecin" + n + "@cpts.example").toList();
		var call = this.calls.draft(1, addresses, Audience.ACTIVE, Audience.LIST);
		send(call);
		this.answers.decline(this.calls.invitationOf(call, bosc));
		this.answers.decline(this.jdbc
			.sql("select min(id) from campaign_invitation where email is not null and written_at is not null")
			.query(Long.class)
			.single());
		at(1, 19, 9);
		this.answers.decline(this.calls.invitationOf(call, vidal));
		assertThat(this.halfDays.missing(call)).isZero();
		assertRefused(Reason.NOTHING_MISSING, () -> this.resuming.draft(call, this.calls.agent()));
		this.answers.accept(this.calls.invitationOf(call, roux), ids(mornings.get(3)));
		assertThat(this.calls.status(call)).isEqualTo("MET");
		assertRefused(Reason.NOTHING_MISSING, () -> this.resuming.draft(call, this.calls.agent()));
		this.scheduling.giveBack(roux.getId(), mornings.get(3).getId());
		assertThat(this.halfDays.missing(call)).isOne();
		var next = this.resuming.draft(call, this.calls.agent());
		assertThat(this.resuming.draft(call, this.calls.agent())).as("a second press").isEqualTo(next);
		send(next);
		assertThat(this.halfDays.missing(call)).as("another call goes on").isZero();
		assertThat(this.calls.people(next)).contains("roux ASKED", "vidal ASKED", "silencieuse ASKED", "bosc WRITTEN")
			.as("addresses that were written to were for that call only")
			.doesNotContain("medecin0@cpts.example ASKED")
			.hasSize(18);
		assertThat(this.calls.count("from campaign_invitation where written_at is not null and campaign_id = " + next))
			.isEqualTo(15);
		this.scheduling.take(bosc.getId(), ids(mornings.get(3)));
		assertThat(this.calls.status(next)).isEqualTo("MET");
		assertThat(this.calls.status(call)).isEqualTo("MET");
	}

	@Test
	void a_call_that_is_resumed_reaches_nobody_who_wants_none_or_had_three_and_none_goes_on_without_half_days() {
		var mornings = this.calls.mornings(2);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		var call = this.calls.draft(1, Audience.ACTIVE);
		send(call);
		this.answers.decline(this.calls.invitationOf(call, bosc));
		this.answers.accept(this.calls.invitationOf(call, roux), ids(mornings.get(1)));
		at(1, 19, 9);
		this.jdbc.sql("update half_day_slot set day = '2027-01-27' where id = ?")
			.param(mornings.get(1).getId())
			.update();
		this.scheduling.giveBack(roux.getId(), mornings.get(1).getId());
		this.refusals.refuse(bosc.getId());
		var next = this.resuming.draft(call, this.calls.agent());
		assertThat(this.halfDays.missing(call)).as("a draft asks nobody").isOne();
		assertRefused(Reason.NOBODY, () -> send(next));
		assertThat(this.calls.leftOut(shares(next))).containsOnly(Map.entry("NEVER", 1L), Map.entry("ASKED", 1L));
		this.drafts.discard(next);
		assertThat(this.halfDays.missing(call)).isOne();
		at(1, 28, 9);
		assertThat(this.halfDays.missing(call)).as("it is over").isZero();
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(CampaignRefusedException.class).isThrownBy(act)
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void a_call_that_is_stopped_or_met_takes_no_yes_and_nothing_is_taken() {
		var mornings = this.calls.mornings(2);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		var call = this.calls.draft(1, Audience.ACTIVE);
		send(call);
		this.answers.accept(this.calls.invitationOf(call, roux), ids(mornings.get(0)));
		assertThatExceptionOfType(CampaignRefusedException.class)
			.isThrownBy(() -> this.answers.accept(this.calls.invitationOf(call, bosc), ids(mornings.get(1))))
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(Reason.NEED_MET);
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isOne();
		at(1, 19, 9);
		this.jdbc.sql("update half_day_slot set day = '2027-01-27' where status = 'OPEN'").update();
		var other = this.calls.draft(1, Audience.ACTIVE);
		send(other);
		this.service.stop(other);
		this.service.stop(other);
		assertThat(this.calls.leaving()).isZero();
		assertThatExceptionOfType(CampaignRefusedException.class)
			.isThrownBy(() -> this.answers.accept(this.calls.invitationOf(other, bosc), ids(mornings.get(1))))
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(Reason.ENDED);
		assertThat(this.jdbc.sql("select action from journal_entry where action like 'campaign.%' order by number")
			.query(String.class)
			.list()).containsExactly("campaign.drafted", "campaign.sent", "campaign.drafted", "campaign.sent",
					"campaign.stopped");
	}

	@Test
	void a_half_day_of_another_zone_already_taken_or_over_the_cap_is_refused_as_a_whole() {
		var mornings = this.calls.mornings(6);
		var vigan = this.scenario.halfDay(this.scenario.openSite("Le Vigan", Scenario.LE_VIGAN),
				HalfDay.morningOf(TUESDAY.plusDays(7)));
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(6, Audience.ACTIVE);
		send(call);
		var invitation = this.calls.invitationOf(call, roux);
		assertThatExceptionOfType(CampaignRefusedException.class)
			.isThrownBy(() -> this.answers.accept(invitation, ids(mornings.get(0), vigan)))
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(Reason.NO_LONGER_OFFERED);
		assertThatExceptionOfType(CampaignRefusedException.class)
			.isThrownBy(() -> this.answers.accept(invitation, List.of()))
			.extracting(CampaignRefusedException::reason)
			.isEqualTo(Reason.NOTHING_TICKED);
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(
					() -> this.answers.accept(invitation, mornings.stream().limit(5).map(HalfDaySlot::getId).toList()))
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(SchedulingRefusedException.Reason.MONTHLY_CAP_REACHED);
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isZero();
		this.answers.accept(invitation, mornings.stream().limit(4).map(HalfDaySlot::getId).toList());
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isEqualTo(4);
	}

	@Test
	void whoever_may_not_take_half_days_yet_is_noted_and_takes_none() {
		var mornings = this.calls.mornings(2);
		var candidate = this.scenario.candidate("Marc", "Lacaze");
		var call = this.calls.draft(2, List.of("b@cpts.example"), Audience.FILE_IN_PROGRESS, Audience.LIST);
		send(call);
		this.answers.accept(this.calls.invitationOf(call, candidate), ids(mornings.get(0), mornings.get(1)));
		this.answers.accept(this.calls.invitationOf(call, candidate), ids(mornings.get(1)));
		assertThat(this.calls.count("from campaign_interest")).isOne();
		assertThat(this.calls.count("from campaign_invitation where answer = 'INTERESTED'")).isOne();
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isZero();
		this.answers.decline(this.calls.invitationOf(call, candidate));
		assertThat(this.calls.count("from campaign_interest")).isZero();
		assertThat(this.calls.count("from campaign_invitation where answer = 'NOT_NOW'")).isOne();
	}

	@Test
	void never_again_holds_for_other_calls_other_addresses_and_what_has_not_left() {
		this.calls.mornings(2);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(2, List.of("b@cpts.example"), Audience.ACTIVE, Audience.LIST);
		send(call);
		var listed = this.jdbc.sql("select id from campaign_invitation where email is not null")
			.query(Long.class)
			.single();
		this.answers.refuse(listed);
		this.answers.refuse(listed);
		this.answers.refuse(this.calls.invitationOf(call, roux));
		assertThat(this.calls.leaving()).isZero();
		assertThat(this.calls.count("from campaign_invitation where answer = 'NEVER'")).isEqualTo(2);
		this.jdbc.sql("update account set email = 'nouvelle@essai.example' where id = ?")
			.param(roux.getAccount().id())
			.update();
		at(1, 19, 9);
		this.jdbc.sql("update half_day_slot set day = '2027-01-27' where id = (select max(id) from half_day_slot)")
			.update();
		var next = this.calls.draft(2, List.of("B@CPTS.example", "nouvelle@essai.example"), Audience.ACTIVE,
				Audience.LIST);
		assertThat(this.calls.leftOut(shares(next))).containsOnly(Map.entry("NEVER", 2L));
		assertThat(
				this.jdbc.sql("select string_agg(r::text, ' ') from campaign_refusal r").query(String.class).single())
			.as("nothing but what recognises the address")
			.doesNotContain("cpts");
		this.refusals.accept(roux.getId());
		assertThat(this.calls.leftOut(shares(next))).containsOnly(Map.entry("NEVER", 1L), Map.entry("WRITTEN", 1L));
	}

	@Test
	void a_link_is_known_by_its_hash_alone_and_opens_nothing_for_whoever_is_kept_out() {
		this.calls.mornings(1);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(1, Audience.ACTIVE);
		send(call);
		var secret = this.calls.linkOf(roux).replace("/appels/", "");
		assertThat(this.calls.count("from campaign_invitation i where i::text like '%" + secret + "%'")).isZero();
		assertThat(this.invitations.idBehind(Secret.of(secret).hash())).contains(this.calls.invitationOf(call, roux));
		assertThat(this.invitations.idBehind(Secret.random().hash())).isEmpty();
		this.jdbc.sql("update account set suspended_at = now() where id = ?").param(roux.getAccount().id()).update();
		assertThat(this.invitations.idBehind(Secret.of(secret).hash())).isEmpty();
	}

	@Test
	void addresses_of_a_list_are_erased_thirty_days_after_the_end_and_who_was_called_a_year_after() {
		this.calls.mornings(1);
		this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(1, List.of("philomene@cpts.example"), Audience.ACTIVE, Audience.LIST);
		var draft = this.calls.draft(1, List.of("philomene@cpts.example"), Audience.LIST);
		send(call);
		this.dispatcher.dispatch();
		this.answers.refuse(
				this.jdbc.sql("select id from campaign_invitation where email is not null").query(Long.class).single());
		this.service.stop(call);
		at(2, 3, 7);
		this.forgetting.forgetWhatIsDue();
		assertThat(this.calls.count("from campaign where id = " + draft)).as("a draft never sent").isZero();
		assertThat(this.calls.count("from campaign_invitation where email = 'philomene@cpts.example'")).isOne();
		at(2, 3, 9);
		this.forgetting.forgetWhatIsDue();
		assertThat(this.calls.count("from campaign_invitation i where i::text like '%philomene%'")).isZero();
		this.dispatcher.dispatch();
		assertThat(everything()).as("of any table").doesNotContain("philomene");
		assertThat(this.calls.count("from campaign_invitation where email_hash is not null")).as("for the limits")
			.isEqualTo(2);
		at(4, 5, 9);
		this.forgetting.forgetWhatIsDue();
		assertThat(this.calls.count("from campaign_invitation where email_hash is not null")).isOne();
		this.clock.set(LocalDateTime.of(2028, 1, 5, 9, 0));
		this.forgetting.forgetWhatIsDue();
		this.forgetting.forgetWhatIsDue();
		assertThat(
				this.calls.count("from campaign_invitation where volunteer_id is not null or email_hash is not null"))
			.isZero();
		assertThat(this.calls.count("from campaign_invitation where written_at is not null")).as("what figures need")
			.isEqualTo(2);
		this.jdbc.sql("update half_day_slot set day = '2028-01-27'").update();
		var span = new CampaignSpan(LocalDate.of(2028, 1, 5), LocalDate.of(2028, 1, 31));
		var again = this.calls.draft(span, 1, 150, List.of("Philomene@cpts.example"), Audience.LIST);
		assertThat(this.calls.leftOut(shares(again))).as("never again outlives the list")
			.containsOnly(Map.entry("NEVER", 1L));
	}

	@Test
	void whoever_joins_once_their_address_of_a_list_is_erased_is_nobody_of_that_call() {
		this.calls.mornings(1);
		var call = this.calls.draft(1, List.of("marc.lacaze@essai.example"), Audience.LIST);
		send(call);
		this.service.stop(call);
		at(2, 4, 9);
		this.forgetting.forgetWhatIsDue();
		var marc = this.scenario.candidate("Marc", "Lacaze");
		this.events.publishEvent(new EmailConfirmed(marc.getAccount().id()));
		assertThat(this.calls.people(call)).containsExactly("? WRITTEN");
	}

	private String everything() {
		return this.jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
			.query(String.class)
			.list()
			.stream()
			.flatMap(
					(table) -> this.jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
			.collect(Collectors.joining("\n"));
	}

	@Test
	void the_database_lets_nobody_be_called_twice_too_soon_against_their_will_or_after_the_end() {
		this.calls.mornings(1);
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(1, List.of("b@cpts.example"), Audience.ACTIVE, Audience.LIST);
		send(call);
		assertBroken("campaign_invitation_once", """
				insert into campaign_invitation (campaign_id, email, email_hash, audience)
				select campaign_id, email, email_hash, audience from campaign_invitation where email is not null""");
		assertBroken("campaign_invitation_once_each",
				"""
						insert into campaign_invitation (campaign_id, volunteer_id, email_hash, audience)
						select campaign_id, volunteer_id, 'x', audience from campaign_invitation where volunteer_id is not null""");
		var second = this.calls.draft(1, Audience.ACTIVE);
		this.jdbc.sql("""
				update campaign set status = 'RUNNING', started_at = created_at, look_at = created_at where id = ?""")
			.param(second)
			.update();
		var again = """
				insert into campaign_invitation (campaign_id, %s, email_hash, audience, written_at, rest_until, place, counts_until)
				select %d, %s, %s, audience, written_at, rest_until, 2, counts_until from campaign_invitation
				where %s is not null""";
		assertBroken("campaign_invitation_rest", again.formatted("email", second, "email", "email_hash", "email"));
		assertBroken("campaign_invitation_rest_each",
				again.formatted("volunteer_id", second, "volunteer_id", "'x'", "volunteer_id"));
		this.refusals.refuse(roux.getId());
		assertBroken("campaign_invitation_not_refused",
				"""
						insert into campaign_invitation (campaign_id, volunteer_id, email_hash, audience, written_at, rest_until,
						  place, counts_until)
						values (%d, %d, 'x', 'ACTIVE', '2027-03-01', '2027-03-02', 2, '2027-06-01')"""
					.formatted(second, roux.getId()));
		this.service.stop(second);
		assertBroken("campaign_invitation_while_running",
				"""
						insert into campaign_invitation (campaign_id, email, email_hash, audience, written_at, rest_until, place,
						  counts_until)
						values (%d, 'c@cpts.example', 'y', 'LIST', '2027-03-01', '2027-03-02', 1, '2027-06-01')"""
					.formatted(second));
	}

	@Test
	void the_database_lets_nobody_be_called_four_times_in_ninety_days() {
		this.calls.mornings(1);
		var doctor = this.scenario.volunteer("Aline", "Roux").getId();
		for (int place = 1; place <= 3; place++) {
			write("null, 'c@cpts.example', 'h'", place, "2027-01-0" + place, 90);
			write(doctor + ", null, 'address " + place + "'", place, "2027-01-0" + place, 90);
		}
		for (int place = 1; place <= 3; place++) {
			var again = place;
			assertBroken("campaign_invitation_few",
					() -> write("null, 'c@cpts.example', 'h'", again, "2027-03-31", 90));
			assertBroken("campaign_invitation_few_each",
					() -> write(doctor + ", null, 'another'", again, "2027-03-31", 90));
		}
		assertBroken("campaign_invitation_place_check",
				() -> write("null, 'c@cpts.example', 'h'", 4, "2027-03-31", 90));
		assertThatExceptionOfType(DataIntegrityViolationException.class).as("a place kept for less than ninety days")
			.isThrownBy(() -> write("null, 'd@cpts.example', 'd'", 1, "2027-01-01", 89));
		write("null, 'c@cpts.example', 'h'", 1, "2027-04-02", 90);
	}

	/** Writes to somebody behind the service's back, for a call of its own. */
	private void write(String who, int place, String day, int days) {
		var call = this.calls.draft(1, Audience.ACTIVE);
		this.jdbc
			.sql("update campaign set status = 'RUNNING', started_at = created_at, look_at = created_at where id = ?")
			.param(call)
			.update();
		this.jdbc
			.sql("""
					insert into campaign_invitation (campaign_id, volunteer_id, email, email_hash, audience, written_at, rest_until,
					  place, counts_until)
					select ?, %s, 'LIST', at, at + interval '1 hour', ?, at + make_interval(days => ?)
					from (select cast(? as timestamptz) as at) written"""
				.formatted(who))
			.params(call, place, days, day)
			.update();
	}

	@Test
	void the_limits_of_calls_may_be_stricter_than_the_database_never_looser() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(4, Period.ofDays(90)));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(3, Period.ofDays(89)));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(3, Period.ofMonths(3)));
		assertThat(settings(2, Period.ofDays(120)).most()).isEqualTo(2);
	}

	private static CampaignSettings settings(int most, Period per) {
		return new CampaignSettings(40, Duration.ofMinutes(30), Period.ofDays(14), most, per, 60, 10_000, 1000,
				Period.ofDays(7), Period.ofDays(30), Period.ofYears(1), "");
	}

	@Test
	void the_database_lets_no_call_that_has_ended_begin_again() {
		this.calls.mornings(1);
		this.scenario.volunteer("Aline", "Roux");
		var call = this.calls.draft(1, Audience.ACTIVE);
		send(call);
		assertBroken("campaign_goes_on", "update campaign set status = 'DRAFT', started_at = null, look_at = null");
		this.service.stop(call);
		assertBroken("campaign_goes_on", "update campaign set status = 'RUNNING', ended_at = null");
		assertBroken("campaign_goes_on", "update campaign set status = 'MET'");
	}

	private void assertBroken(String constraint, Runnable act) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(act::run)
			.satisfies((ex) -> assertThat(BrokenConstraint.of(ex)).isEqualTo(constraint));
	}

	private void assertBroken(String constraint, String sql) {
		assertBroken(constraint, () -> this.jdbc.sql(sql).update());
	}

}
