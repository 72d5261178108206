package fr.medecinproche.journal;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells whether the journal is what was written. The last hash goes to the log every day:
 * kept elsewhere than the database, it also shows entries cut off at the end.
 */
@Component
public class JournalSeal {

	private static final Logger log = LoggerFactory.getLogger(JournalSeal.class);

	private final JdbcClient jdbc;

	JournalSeal(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The end of the journal.
	 *
	 * @param number the last entry
	 * @param hash 64 hexadecimal digits, which vouch for it and all before it
	 */
	public record Last(long number, String hash) {
	}

	/**
	 * The first entry that is not what it was, or does not follow the one before it.
	 * @return its number, empty when all is well
	 */
	public Optional<Long> firstBreak() {
		return this.jdbc.sql("select journal_first_break()").query(Long.class).optional();
	}

	/**
	 * The end of the journal.
	 * @return its last entry, empty as long as nothing was noted
	 */
	public Optional<Last> last() {
		return this.jdbc.sql("select number, hash from journal_entry order by number desc limit 1")
			.query(Last.class)
			.optional();
	}

	@Scheduled(cron = "${medecin-proche.journal.seal-at:0 30 3 * * *}", zone = "Europe/Paris")
	void log() {
		last().ifPresent((last) -> log.info("journal: entry {} has hash {}", last.number(), last.hash()));
		firstBreak().ifPresent((number) -> log.error("journal: entry {} is not what was written", number));
	}

}
