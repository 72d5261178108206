package fr.medecinproche.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.AskedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * The journal as somebody may read it: what lies within their perimeter, and what they
 * did themselves. What concerns a whole region or the service is read by who sees
 * everything.
 */
@Component
@Transactional(readOnly = true)
public class JournalReading {

	/** What fits in a spreadsheet somebody reads. */
	public static final int EXPORTED_AT_MOST = 10_000;

	private static final int PAGE_SIZE = 30;

	private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

	private static final String SEEN = """
			from journal_entry e left join account a on a.id = e.account_id
			where (cast(:mine as text) is null or e.account_id = :me
			    or e.departement in (select departement from perimeter_departement where perimeter = cast(:mine as text)))
			""";

	private static final String FILTER = """
			  and (cast(:who as text) is null or a.display_name ilike cast(:who as text))
			  and (cast(:action as text) is null or e.action = cast(:action as text))
			  and (cast(:about as text) is null or e.label ilike cast(:about as text) or e.subject ilike cast(:about as text)
			    or e.detail ilike cast(:about as text) or e.subject in (
			      select 'account:' || b.id from account b where b.closed_at is null and b.display_name ilike cast(:about as text)
			      union all select 'volunteer:' || v.id from volunteer v join account b on b.id = v.account_id
			      where b.closed_at is null
			        and 'Dr ' || v.given_name || ' ' || v.family_name ilike cast(:about as text)))
			  and (cast(:from as timestamptz) is null or e.noted_at >= cast(:from as timestamptz))
			  and (cast(:until as timestamptz) is null or e.noted_at < cast(:until as timestamptz))
			""";

	/** Accounts are noted by number: their name is looked up as long as they have one. */
	private static final String ROW = """
			select e.number, e.noted_at, e.account_id, a.display_name as who, e.action, e.subject, e.label,
			  case when e.subject ~ '^account:[0-9]{1,18}$' then (select b.display_name from account b
			    where b.id = substring(e.subject from 9)::bigint and b.closed_at is null) end as name, e.departement, e.detail
			""";

	private final JdbcClient jdbc;

	private final FileNames names;

	JournalReading(JdbcClient jdbc, FileNames names) {
		this.jdbc = jdbc;
		this.names = names;
	}

	/**
	 * What was done.
	 * @param filter which of it
	 * @param reader who reads
	 * @param number which page, from 0
	 * @return the latest first
	 */
	public Page<Entry> page(JournalFilter filter, SignedIn reader, int number) {
		var parameters = parameters(filter, reader);
		int total = this.jdbc.sql("select count(*) " + SEEN + FILTER).params(parameters).query(Integer.class).single();
		var page = AskedPage.of(number, total, PAGE_SIZE);
		return new PageImpl<>(rows(parameters, PAGE_SIZE, page.getOffset()), page, total);
	}

	/**
	 * The same, to be taken elsewhere.
	 * @param filter which of it
	 * @param reader who reads
	 * @return the latest first, at most {@value #EXPORTED_AT_MOST}
	 */
	public List<Entry> all(JournalFilter filter, SignedIn reader) {
		return rows(parameters(filter, reader), EXPORTED_AT_MOST, 0);
	}

	private List<Entry> rows(Map<String, @Nullable Object> parameters, int limit, long offset) {
		return this.names.in(this.jdbc.sql(ROW + SEEN + FILTER + " order by e.number desc limit :limit offset :offset")
			.params(parameters)
			.param("limit", limit)
			.param("offset", offset)
			.query(Entry.class)
			.list());
	}

	/**
	 * The kinds of acts there are.
	 * @param reader who reads
	 * @return in the order of the alphabet
	 */
	public List<String> actions(SignedIn reader) {
		return this.jdbc.sql("select distinct e.action " + SEEN + " order by e.action")
			.param("mine", reader.perimeter())
			.param("me", reader.accountId())
			.query(String.class)
			.list();
	}

	private static Map<String, @Nullable Object> parameters(JournalFilter filter, SignedIn reader) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("mine", reader.perimeter());
		parameters.put("me", reader.accountId());
		parameters.put("who", JournalFilter.pattern(filter.who()));
		parameters.put("action", filter.action());
		parameters.put("about", JournalFilter.pattern(filter.about()));
		parameters.put("from", midnight(filter.from()));
		parameters.put("until", (filter.until() != null) ? midnight(filter.until().plusDays(1)) : null);
		return parameters;
	}

	private static @Nullable OffsetDateTime midnight(@Nullable LocalDate day) {
		return (day != null) ? day.atStartOfDay(ZONE).toOffsetDateTime() : null;
	}

	/**
	 * Something that was done.
	 *
	 * @param number its number, from 1
	 * @param notedAt when
	 * @param accountId who did it, null for the application itself
	 * @param who how they are called now
	 * @param action what was done
	 * @param subject what it was done to, such as "site:12"
	 * @param label how that is called
	 * @param name how an account it was done to is called now, null for anything else and
	 * once it is closed
	 * @param departement where it lies, null when it concerns more than one
	 * @param detail what changed
	 */
	public record Entry(long number, Instant notedAt, @Nullable Long accountId, @Nullable String who, String action,
			String subject, String label, @Nullable String name, @Nullable String departement,
			@Nullable String detail) {

		/** The same, as it is to be read. */
		Entry said(UnaryOperator<String> words) {
			return new Entry(this.number, this.notedAt, this.accountId, this.who, this.action, this.subject,
					StringUtils.capitalize(words.apply(this.label)), this.name, this.departement,
					(this.detail != null) ? words.apply(this.detail) : null);
		}

	}

}
