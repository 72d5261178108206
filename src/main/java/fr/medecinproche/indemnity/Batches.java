package fr.medecinproche.indemnity;

import java.util.List;
import java.util.Optional;

import fr.medecinproche.web.AskedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The batches, beside the ledger they were made from. A region's batches are seen by who
 * sees all of the region.
 */
@Component
@Transactional(readOnly = true)
public class Batches {

	private static final int PAGE_SIZE = 20;

	private static final String BATCH = """
			select b.id, b.region, r.nom as region_name, b.number, b.made_at, a.display_name as made_by, b.lines,
			  b.half_days, b.total_cents, b.csv is not null as files_kept
			from indemnity_batch b join region r on r.code = b.region join account a on a.id = b.made_by
			where (cast(:perimeter as text) is null or b.region = cast(:perimeter as text))
			""";

	private final JdbcClient jdbc;

	Batches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The batches an agent sees.
	 * @param perimeter the agent's, null for all regions
	 * @param number which page, from 0
	 * @return the latest first
	 */
	public Page<Batch> page(@Nullable String perimeter, int number) {
		int total = this.jdbc.sql("""
				select count(*) from indemnity_batch where cast(:perimeter as text) is null or region = :perimeter""")
			.param("perimeter", perimeter)
			.query(Integer.class)
			.single();
		var page = AskedPage.of(number, total, PAGE_SIZE);
		var rows = this.jdbc.sql(BATCH + "order by b.made_at desc, b.id desc limit :limit offset :offset")
			.param("perimeter", perimeter)
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(Batch.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	/**
	 * A batch, if an agent may see it.
	 * @param id the batch
	 * @param perimeter the agent's, null for all regions
	 * @return empty when there is none
	 */
	public Optional<Batch> find(long id, @Nullable String perimeter) {
		return this.jdbc.sql(BATCH + "and b.id = :id")
			.param("perimeter", perimeter)
			.param("id", id)
			.query(Batch.class)
			.optional();
	}

	/**
	 * What a batch comes to by doctor, as it was sent and as the ledger says.
	 * @param id the batch
	 * @return by name
	 */
	public List<DoctorTotal> doctors(long id) {
		return this.jdbc.sql("""
				select v.rpps, v.billing_number, 'Dr ' || v.given_name || ' ' || v.family_name as doctor,
				  count(*) filter (where l.kind = 'ENTRY') as half_days, sum(b.amount_cents) as sent_cents,
				  sum(l.amount_cents) as ledger_cents
				from indemnity_batch_line b join indemnity_line l on l.id = b.line_id
				join volunteer v on v.id = l.volunteer_id
				where b.batch_id = ? group by v.id order by v.family_name, v.given_name, v.id""")
			.param(id)
			.query(DoctorTotal.class)
			.list();
	}

	/**
	 * A file of a batch, as it left.
	 * @param id the batch
	 * @param format "csv" or "xlsx"
	 * @return its bytes, as long as they are kept
	 */
	public Optional<byte[]> file(long id, String format) {
		return this.jdbc
			.sql("select case :format when 'csv' then csv else xlsx end from indemnity_batch where id = :id")
			.param("format", format)
			.param("id", id)
			.query(byte[].class)
			.optional();
	}

	/**
	 * The regions an agent sends to the CPAM for, and what of their closed statements is
	 * sent and what is not.
	 * @param perimeter the agent's, null for all regions
	 * @return by code; a department has none
	 */
	public List<Balance> balances(@Nullable String perimeter) {
		return this.jdbc
			.sql("""
					select r.code, r.nom, count(l.id) as lines, coalesce(sum(l.amount_cents), 0) as closed_cents,
					  coalesce(sum(b.amount_cents), 0) as sent_cents, count(l.id) filter (where b.line_id is null) as lines_left,
					  coalesce(sum(l.amount_cents) filter (where b.line_id is null), 0) as left_cents,
					  count(distinct v.id) filter (where l.id is not null and b.line_id is null and v.billing_number is null)
					    as unnumbered
					from region r left join indemnity_statement s on s.region = r.code
					left join volunteer v on v.id = s.volunteer_id
					left join indemnity_line l on l.statement_id = s.id
					left join indemnity_batch_line b on b.line_id = l.id
					where cast(:perimeter as text) is null or r.code = cast(:perimeter as text)
					group by r.code having count(s.id) > 0 or r.code = cast(:perimeter as text) order by r.code""")
			.param("perimeter", perimeter)
			.query(Balance.class)
			.list();
	}

	/**
	 * What a doctor is paid by a batch.
	 *
	 * @param rpps the doctor's number
	 * @param billingNumber the number the health insurance pays under, as it is now, null
	 * when nobody has noted it
	 * @param doctor how the doctor is called
	 * @param halfDays how many half-days
	 * @param sentCents as it was sent
	 * @param ledgerCents as the ledger says
	 */
	public record DoctorTotal(String rpps, @Nullable String billingNumber, String doctor, int halfDays, long sentCents,
			long ledgerCents) {

		public boolean isEqual() {
			return this.sentCents == this.ledgerCents;
		}

	}

	/**
	 * What a region's closed statements come to.
	 *
	 * @param code the region, "R76"
	 * @param nom its name
	 * @param lines how many lines they have
	 * @param closedCents what they come to
	 * @param sentCents what of it is in a batch
	 * @param linesLeft how many lines are in none
	 * @param leftCents what these come to
	 * @param unnumbered how many doctors of these have no number the health insurance
	 * pays under
	 */
	public record Balance(String code, String nom, int lines, long closedCents, long sentCents, int linesLeft,
			long leftCents, int unnumbered) {
	}

}
