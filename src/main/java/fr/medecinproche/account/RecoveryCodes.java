package fr.medecinproche.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The codes for the day the phone is lost: some eighty random bits each, printed once,
 * kept as hashes, each good for one sign-in.
 */
@Component
class RecoveryCodes {

	private static final int HOW_MANY = 10;

	private static final int GROUPS = 4;

	private static final int GROUP = 4;

	/** Without the letters and digits people mistake for each other. */
	private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	RecoveryCodes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Draws ten codes; those before serve no more.
	 * @param accountId the account, whose second factor is stored
	 * @return the codes as people write them down, kept nowhere
	 */
	List<String> draw(long accountId) {
		this.jdbc.sql("delete from recovery_code where account_id = ?").param(accountId).update();
		var codes = Stream.generate(RecoveryCodes::random).distinct().limit(HOW_MANY).toList();
		codes.forEach((code) -> this.jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
			.params(accountId, hash(code))
			.update());
		return codes;
	}

	private static String random() {
		return IntStream.range(0, GROUPS)
			.mapToObj((group) -> RANDOM.ints(GROUP, 0, SIGNS.length())
				.mapToObj((sign) -> String.valueOf(SIGNS.charAt(sign)))
				.collect(Collectors.joining()))
			.collect(Collectors.joining("-"));
	}

	/** Uses a code up; false when it is none of the account's, or used. */
	boolean use(long accountId, String typed) {
		return this.jdbc
			.sql("update recovery_code set used_at = ? where account_id = ? and code_hash = ? and used_at is null")
			.params(Timestamp.from(this.clock.instant()), accountId, hash(typed))
			.update() == 1;
	}

	int left(long accountId) {
		return this.jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
			.param(accountId)
			.query(Integer.class)
			.single();
	}

	/** However it is spaced and capitalised. */
	private static String hash(String typed) {
		return Secret.of(typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")).hash();
	}

}
