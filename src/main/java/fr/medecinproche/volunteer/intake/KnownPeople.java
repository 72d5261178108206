package fr.medecinproche.volunteer.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.medecinproche.volunteer.intake.Remark.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has a file or an account already, asked for many at once.
 */
@Component
class KnownPeople {

	private final JdbcClient jdbc;

	KnownPeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of some numbers and addresses who are there already. */
	Known among(Collection<String> rpps, Collection<String> emails) {
		var files = new HashSet<>(this.jdbc.sql("select rpps from volunteer where rpps = any (cast(? as text[]))")
			.param(rpps.toArray(String[]::new))
			.query(String.class)
			.list());
		var holders = new HashMap<String, String>();
		this.jdbc.sql("""
				select lower(a.email) as email, coalesce(v.rpps, '') as rpps from account a
				left join volunteer v on v.account_id = a.id
				where lower(a.email) = any (cast(? as text[])) and a.closed_at is null""")
			.param(emails.toArray(String[]::new))
			.query((row) -> {
				holders.put(row.getString("email"), row.getString("rpps"));
			});
		return new Known(files, holders);
	}

	/**
	 * Who is there.
	 *
	 * @param files the numbers that have a file
	 * @param holders the addresses that have an account, with the number of their file or
	 * an empty text
	 */
	record Known(Set<String> files, Map<String, String> holders) {

		Optional<Remark> of(@Nullable String rpps, @Nullable String email) {
			if (rpps != null && this.files.contains(rpps)) {
				return Optional.of(Remark.of(Reason.KNOWN));
			}
			return (email != null && this.holders.containsKey(email)) ? Optional.of(Remark.of(Reason.EMAIL_TAKEN))
					: Optional.empty();
		}

	}

}
