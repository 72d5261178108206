package fr.medecinproche.campaign;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

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
