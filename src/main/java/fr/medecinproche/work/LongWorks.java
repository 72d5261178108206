package fr.medecinproche.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import fr.medecinproche.account.SignedIn;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does long work in the background, two pieces at a time on a node, in the name of
 * whoever asked for it.
 */
@Service
public class LongWorks {

	private static final Logger log = LoggerFactory.getLogger(LongWorks.class);

	private static final int AT_ONCE = 2;

	private static final int LISTED = 50;

	private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE,
			Thread.ofPlatform().name("long-work-", 1).daemon().factory());

	/** What the workers have not begun yet. */
	private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

	private final WorkRecord record;

	private final MessageSource messages;

	LongWorks(WorkRecord record, MessageSource messages) {
		this.record = record;
		this.messages = messages;
	}

	/**
	 * Starts work, once the current transaction has ended well if there is one.
	 * @param kind what it does, such as "territory.import"; its words are the message
	 * {@code work.kind.<kind>}
	 * @param task the work; a refusal it throws is told to whoever started it
	 * @return the number of its page
	 * @throws IllegalStateException when nobody is signed in
	 */
	public long start(String kind, LongTask task) {
		long id = this.record.open(kind, me().accountId());
		var locale = LocaleContextHolder.getLocale();
		var work = new DelegatingSecurityContextRunnable(() -> {
			LocaleContextHolder.setLocale(locale);
			run(id, task);
		}, SecurityContextHolder.getContext());
		afterCommit(() -> {
			this.waiting.add(id);
			this.workers.submit(work);
		}, () -> this.record.end(id, WorkStatus.FAILED, null, null));
		return id;
	}

	/**
	 * Where work is seen.
	 * @param id its number
	 * @return the path of its page
	 */
	public String page(long id) {
		return "/ars/travaux/" + id;
	}

	/**
	 * How far work is.
	 * @param id any number
	 * @return the work, if there is such
	 */
	public Optional<LongWork> find(long id) {
		return this.record.find(id);
	}

	/**
	 * What somebody started, for whoever has closed the page.
	 * @param accountId who
	 * @return what runs first, then the latest
	 */
	public List<LongWork> of(long accountId) {
		return this.record.of(accountId, LISTED);
	}

	/**
	 * Asks work to stop, on whichever node it runs; it does so a moment later. Work that
	 * is over stays as it is.
	 * @param id its number
	 */
	public void askToStop(long id) {
		this.record.askToStop(id);
	}

	/** Work that waits for its turn is not taken for lost. */
	@Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
	void tellWhatWaits() {
		var ids = List.copyOf(this.waiting);
		if (!ids.isEmpty()) {
			this.record.waits(ids);
		}
	}

	@Scheduled(cron = "0 40 4 * * *", zone = "Europe/Paris")
	void forget() {
		this.record.forget();
	}

	private void run(long id, LongTask task) {
		this.waiting.remove(id);
		try {
			var progress = new Progress(this.record, id);
			progress.tell();
			this.record.end(id, WorkStatus.DONE, task.run(progress), null);
		}
		catch (WorkStoppedException ex) {
			this.record.end(id, WorkStatus.STOPPED, null, null);
		}
		catch (Exception ex) {
			if (!(ex instanceof MessageSourceResolvable)) {
				log.error("work {} failed", id, ex);
			}
			this.record.end(id, WorkStatus.FAILED, null, words(ex));
		}
	}

	private @Nullable String words(Exception ex) {
		return (ex instanceof MessageSourceResolvable refusal)
				? this.messages.getMessage(refusal, LocaleContextHolder.getLocale()) : null;
	}

	private static SignedIn me() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) {
			throw new IllegalStateException("work is started by somebody");
		}
		return me;
	}

	private static void afterCommit(Runnable act, Runnable otherwise) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			act.run();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				((status == STATUS_COMMITTED) ? act : otherwise).run();
			}
		});
	}

	@PreDestroy
	void stop() {
		this.workers.shutdownNow();
	}

}
