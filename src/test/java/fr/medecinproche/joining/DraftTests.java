package fr.medecinproche.joining;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftRefusedException.Reason;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.ApplicationWishes;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.StartWish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class DraftTests {

	private static final String ADDRESS = "aline.roux@essai.example";

	private static final ApplicationWishes WISHES = new ApplicationWishes(Set.of(), null, Set.of(), StartWish.AT_ONCE);

	@Autowired
	DraftService drafts;

	@Autowired
	DraftAccess access;

	@Autowired
	ResumeService resuming;

	@Autowired
	SubmissionService submissions;

	@Autowired
	DraftKeeping keeping;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void nobody() {
		this.database.clean();
	}

	private static DraftIdentity aline(String address) {
		return new DraftIdentity("Aline", "Roux", Scenario.rpps(42), new EmailAddress(address),
				PhoneNumber.parse("06 39 98 00 03").orElseThrow());
	}

	private Secret begin() {
		return this.drafts.begin(aline(ADDRESS), Locale.FRENCH);
	}

	private List<Secret> linksTo(String address) {
		return this.jdbc.sql("select body_text from outbox_message where recipient = ? order by id")
			.param(address)
			.query(String.class)
			.list()
			.stream()
			.flatMap((text) -> Pattern.compile("/reprise/(\\S+)").matcher(text).results())
			.map((link) -> Secret.of(link.group(1)))
			.toList();
	}

	private void assertLost(Secret browser) {
		assertThatExceptionOfType(DraftRefusedException.class).isThrownBy(() -> this.access.ofBrowser(browser))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(Reason.LOST));
	}

	private void assertLeadsNowhere(Secret link) {
		assertThatExceptionOfType(DraftRefusedException.class).isThrownBy(() -> this.resuming.resume(link));
	}

	@Test
	void keeps_each_step_for_the_browser_that_did_it() {
		var browser = begin();
		assertThat(this.access.ofBrowser(browser).nextStep()).isEqualTo(DraftStep.PRACTICE);
		this.drafts.practise(browser,
				new DraftPractice("31555", Practice.REMPLACANT, Secteur.SECTEUR_1, "31", null, false, false));
		assertThat(this.access.ofBrowser(browser).nextStep()).isEqualTo(DraftStep.WISHES);
		this.drafts.wish(browser, WISHES);
		assertThat(this.access.ofBrowser(browser).nextStep()).isEqualTo(DraftStep.SENDING);
		assertLost(Secret.random());
	}

	@Test
	void keeps_no_secret_that_could_be_used() {
		var browser = begin();
		assertThat(this.jdbc.sql("select secret_hash from volunteer_draft_secret").query(String.class).list())
			.hasSize(2)
			.contains(browser.hash())
			.doesNotContain(browser.value());
	}

	@Test
	void a_link_opens_no_page_by_itself_and_a_cookie_is_no_link() {
		var browser = begin();
		assertLost(linksTo(ADDRESS).getFirst());
		assertLeadsNowhere(browser);
	}

	@Test
	void whoever_only_typed_the_address_is_shut_out_once_its_owner_goes_on() {
		var stranger = begin();
		var owner = this.resuming.resume(linksTo(ADDRESS).getFirst());
		assertLost(stranger);
		var secondDevice = this.resuming.resume(linksTo(ADDRESS).getFirst());
		assertThat(this.access.ofBrowser(owner).identity().email()).isEqualTo(ADDRESS);
		assertThat(this.access.ofBrowser(secondDevice).identity().email()).isEqualTo(ADDRESS);
	}

	@Test
	void an_address_that_is_corrected_takes_the_links_of_the_former_one_away() {
		var browser = begin();
		this.drafts.identify(browser, aline("aline@essai.example"));
		assertLeadsNowhere(linksTo(ADDRESS).getFirst());
		var owner = this.resuming.resume(linksTo("aline@essai.example").getFirst());
		assertThat(this.access.ofBrowser(owner).identity().email()).isEqualTo("aline@essai.example");
		assertLost(browser);
	}

	@Test
	void the_same_address_is_not_written_to_again_at_each_correction() {
		var browser = begin();
		this.drafts.identify(browser, aline(ADDRESS));
		assertThat(linksTo(ADDRESS)).hasSize(1);
	}

	@Test
	void two_drafts_of_one_address_each_have_their_link() {
		begin();
		begin();
		this.resuming.ask(new EmailAddress(ADDRESS));
		assertThat(linksTo(ADDRESS)).hasSize(4).doesNotHaveDuplicates();
		linksTo(ADDRESS).forEach(this.resuming::resume);
	}

	@Test
	void an_address_is_not_flooded() {
		for (int time = 0; time < 10; time++) {
			begin();
			this.resuming.ask(new EmailAddress(ADDRESS));
		}
		assertThat(linksTo(ADDRESS)).hasSize(6);
	}

	@Test
	void whoever_has_an_account_and_no_draft_is_told_so_by_mail_alone() {
		this.scenario.account(ADDRESS, Role.VOLUNTEER);
		this.resuming.ask(new EmailAddress(ADDRESS));
		this.resuming.ask(new EmailAddress("inconnue@essai.example"));
		assertThat(this.jdbc.sql("select recipient || ': ' || subject from outbox_message").query(String.class).list())
			.containsExactly(ADDRESS + ": Vous avez déjà un compte");
	}

	@Test
	void nothing_personal_stays_once_it_is_sent_and_the_row_goes_too() {
		var browser = begin();
		this.drafts.practise(browser,
				new DraftPractice("31555", Practice.REMPLACANT, Secteur.SECTEUR_1, "31", "Gériatrie", true, true));
		this.drafts.wish(browser, WISHES);
		this.submissions.send(browser, Scenario.PASSWORD);
		assertThat(this.jdbc.sql("select d::text from volunteer_draft d").query(String.class).single())
			.doesNotContain("Aline", "Roux", "essai", "+33", "31555", "Gériatrie");
		assertThatExceptionOfType(DraftRefusedException.class).isThrownBy(() -> this.access.ofBrowser(browser))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(Reason.SENT));
		this.clock.set(LocalDateTime.of(2027, 2, 3, 8, 0));
		assertThat(this.keeping.forgetExpired()).isOne();
	}

	@Test
	void a_draft_is_forgotten_thirty_days_after_the_last_step() {
		var browser = begin();
		this.clock.set(LocalDateTime.of(2027, 1, 14, 8, 0));
		this.drafts.identify(browser, aline(ADDRESS));
		this.clock.set(LocalDateTime.of(2027, 2, 13, 7, 59));
		assertThat(this.keeping.forgetExpired()).isZero();
		assertThat(this.access.ofBrowser(browser).identity().email()).isEqualTo(ADDRESS);
		this.clock.set(LocalDateTime.of(2027, 2, 13, 8, 0));
		assertLost(browser);
		assertThat(this.keeping.forgetExpired()).isOne();
		assertThat(this.jdbc.sql("select count(*) from volunteer_draft_secret").query(Long.class).single()).isZero();
	}

	@Test
	void a_draft_left_alone_is_reminded_of_twice_and_no_more() {
		begin();
		remindAt(8);
		assertThat(linksTo(ADDRESS)).as("after four days").hasSize(1);
		remindAt(9);
		remindAt(10);
		assertThat(linksTo(ADDRESS)).as("after five").hasSize(2);
		remindAt(14);
		remindAt(20);
		remindAt(28);
		assertThat(linksTo(ADDRESS)).hasSize(3);
		this.resuming.resume(linksTo(ADDRESS).getLast());
	}

	private void remindAt(int dayOfJanuary) {
		this.clock.set(LocalDateTime.of(2027, 1, dayOfJanuary, 9, 0));
		this.keeping.remindSome();
	}

	@Test
	void whoever_goes_on_is_not_reminded() {
		var browser = begin();
		this.clock.set(LocalDateTime.of(2027, 1, 8, 12, 0));
		this.drafts.identify(browser, aline(ADDRESS));
		remindAt(10);
		assertThat(linksTo(ADDRESS)).hasSize(1);
	}

	@Test
	void whoever_has_joined_meanwhile_is_not_reminded() {
		begin();
		this.scenario.account(ADDRESS, Role.VOLUNTEER);
		remindAt(20);
		assertThat(linksTo(ADDRESS)).hasSize(1);
	}

	@Test
	void two_nodes_remind_once() throws InterruptedException {
		begin();
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 0));
		Race.of(4, (node) -> this.keeping.remindSome()).forEach((outcome) -> assertThat(outcome.resultNow()).isFalse());
		assertThat(linksTo(ADDRESS)).hasSize(2);
	}

	@Test
	void the_database_keeps_no_half_of_a_step_and_nobody_in_what_is_sent() {
		begin();
		for (var change : List.of("commune = '31555'", "start = 'LATER'", "mobile = null", "sent_at = now()",
				"rpps = '10000000000'", "reminders = 3")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class).as(change)
				.isThrownBy(() -> this.jdbc.sql("update volunteer_draft set " + change).update());
		}
	}

}
