package fr.medecinproche.work;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Works;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ApplicationTest
class LongWorkTests {

	@Autowired
	private LongWorks works;

	@Autowired
	private Works end;

	@Autowired
	private Scenario scenario;

	@Autowired
	private CleanDatabase database;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private TestClock.SettableClock clock;

	@Autowired
	private MockMvcTester mvc;

	private Account agent;

	@BeforeEach
	void signIn() {
		this.database.clean();
		this.agent = this.scenario.agent();
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(this.agent), null,
					List.of(new SimpleGrantedAuthority("ROLE_AGENT"))));
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void tells_how_far_it_is_and_where_the_result_is() {
		var id = this.works.start("other", (progress) -> {
			progress.of(3);
			progress.advance(2);
			return "/ars/zones";
		});
		assertThat(this.end.await(id)).extracting(LongWork::status, LongWork::done, LongWork::percent, LongWork::result)
			.containsExactly(WorkStatus.DONE, 3, 100, "/ars/zones");
		show(id).isSound().says("C’est fait.", "Voir le résultat");
	}

	@Test
	void is_done_in_the_name_of_whoever_asked_for_it() {
		var id = this.works.start("other", (progress) -> {
			var me = SecurityContextHolder.getContext().getAuthentication();
			return "/ars/" + ((me != null) ? ((SignedIn) me.getPrincipal()).accountId() : "nobody");
		});
		assertThat(this.end.await(id).result()).isEqualTo("/ars/" + this.agent.id());
	}

	@Test
	void stops_when_asked_to() throws InterruptedException {
		var asked = new CountDownLatch(1);
		var id = this.works.start("other", (progress) -> {
			progress.of(1000);
			await(asked);
			while (true) {
				progress.advance(1);
			}
		});
		show(id).isSound().says("Le travail est en cours.", "Arrêter");
		assertThat(this.mvc.post()
			.uri("/ars/travaux/" + id + "/arret")
			.with(Genuine.form())
			.with(People.signedIn(this.agent.id(), Role.AGENT))).hasStatus3xxRedirection();
		show(id).says("L’arrêt est demandé.");
		asked.countDown();
		assertThat(this.end.await(id).status()).isEqualTo(WorkStatus.STOPPED);
		show(id).isSound().says("Le travail a été arrêté.");
	}

	@Test
	void says_that_it_failed() {
		var id = this.works.start("other", (progress) -> {
			throw new IllegalStateException("a test");
		});
		assertThat(this.end.await(id).status()).isEqualTo(WorkStatus.FAILED);
		show(id).isSound().says("Le travail n’a pas abouti.", "Une erreur inattendue est survenue.");
	}

	@Test
	void is_taken_for_lost_when_its_node_falls_silent() throws InterruptedException {
		var begun = new CountDownLatch(1);
		var asked = new CountDownLatch(1);
		var id = this.works.start("other", (progress) -> {
			begun.countDown();
			await(asked);
			return "/ars";
		});
		begun.await();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 3));
		assertThat(this.works.find(id))
			.hasValueSatisfying((work) -> assertThat(work.status()).isEqualTo(WorkStatus.LOST));
		asked.countDown();
		this.clock.reset();
		assertThat(this.end.await(id).status()).isEqualTo(WorkStatus.DONE);
	}

	@Test
	void is_not_lost_while_it_waits_for_its_turn() {
		var asked = new CountDownLatch(1);
		LongTask slow = (progress) -> {
			await(asked);
			return "/ars";
		};
		var first = this.works.start("other", slow);
		var second = this.works.start("other", slow);
		var third = this.works.start("other", slow);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 3));
		this.works.tellWhatWaits();
		var status = this.works.find(third).map(LongWork::status);
		this.clock.reset();
		asked.countDown();
		assertThat(status).contains(WorkStatus.RUNNING);
		assertThat(List.of(first, second, third)).extracting((id) -> this.end.await(id).status())
			.containsOnly(WorkStatus.DONE);
	}

	@Test
	void is_not_begun_when_the_transaction_that_asked_for_it_fails() {
		var id = this.transaction.execute((status) -> {
			long started = this.works.start("other", (progress) -> "/ars");
			status.setRollbackOnly();
			return started;
		});
		assertThat(this.works.find(id))
			.hasValueSatisfying((work) -> assertThat(work.status()).isEqualTo(WorkStatus.FAILED));
	}

	@Test
	void is_found_again_by_whoever_closed_the_page_and_by_nobody_else() throws InterruptedException {
		var asked = new CountDownLatch(1);
		var over = this.works.start("other", (progress) -> "/ars");
		this.end.await(over);
		var running = this.works.start("other", (progress) -> {
			progress.of(4);
			await(asked);
			return "/ars";
		});
		var later = this.works.start("other", (progress) -> "/ars");
		this.end.await(later);
		assertThat(this.works.of(this.agent.id())).extracting(LongWork::id).containsExactly(running, later, over);
		list(this.agent.id()).isSound()
			.says("Travail demandé", "en cours", "fait")
			.has("a[href='/ars/travaux/" + running + "']");
		asked.countDown();
		this.end.await(running);
		list(this.agent.id() + 1).isSound().says("Vous n’avez rien lancé").hasNo("a[href*='/ars/travaux/']");
		this.clock.set(LocalDateTime.of(2027, 4, 5, 8, 1));
		this.works.forget();
		list(this.agent.id()).says("Vous n’avez rien lancé");
	}

	private PageAssertions list(long accountId) {
		return page(this.mvc.get().uri("/ars/travaux").with(People.signedIn(accountId, Role.AGENT)).exchange());
	}

	@Test
	void is_nobody_elses_business() {
		var id = this.works.start("other", (progress) -> "/ars");
		this.end.await(id);
		assertThat(this.mvc.get().uri("/ars/travaux/" + id).with(People.signedIn(this.agent.id() + 1, Role.AGENT)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void is_started_by_somebody() {
		SecurityContextHolder.clearContext();
		assertThatIllegalStateException().isThrownBy(() -> this.works.start("other", (progress) -> "/ars"));
	}

	private PageAssertions show(long id) {
		return page(
				this.mvc.get().uri("/ars/travaux/" + id).with(People.signedIn(this.agent.id(), Role.AGENT)).exchange());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
