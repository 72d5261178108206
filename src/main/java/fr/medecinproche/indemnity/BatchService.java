package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what is to be paid into a batch for the CPAM: every line of a region's closed
 * statements that no batch has yet, entries and corrections alike. Batches are a
 * region's, as months are: two overlapping ones can never be made.
 */
@Service
@Transactional
public class BatchService {

	private final JdbcClient jdbc;

	private final BatchFiles files;

	private final IndemnityActs acts;

	private final Clock clock;

	BatchService(JdbcClient jdbc, BatchFiles files, IndemnityActs acts, Clock clock) {
		this.jdbc = jdbc;
		this.files = files;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Makes the next batch.
	 * @param region the region, "R76"
	 * @param agentId who makes it
	 * @return the batch
	 * @throws IndemnityRefusedException when every closed line is in a batch already
	 */
	public long make(String region, long agentId) {
		// one after another: numbers follow each other, and no line is gathered twice
		this.jdbc.sql("select code from region where code = ? for no key update")
			.param(region)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new IndemnityRefusedException(Reason.NO_SUCH_REGION));
		var lines = toSend(region);
		if (lines.isEmpty()) {
			throw new IndemnityRefusedException(Reason.NOTHING_TO_SEND);
		}
		int number = this.jdbc.sql("select coalesce(max(number), 0) + 1 from indemnity_batch where region = ?")
			.param(region)
			.query(Integer.class)
			.single();
		long batch = write(region, number, agentId, lines);
		this.acts.sent(region, number, lines.size());
		return batch;
	}

	/**
	 * Notes that whoever is signed in took the file of a batch away: doctors are named in
	 * it.
	 * @param batch the batch
	 * @param file the name of the file
	 */
	public void noteTaken(Batch batch, String file) {
		this.acts.taken(batch, file);
	}

	private List<BatchLine> toSend(String region) {
		return this.jdbc
			.sql("""
					select l.id, v.rpps, v.billing_number, 'Dr ' || v.given_name || ' ' || v.family_name as doctor, s.month as first_day, l.day,
					  l.period, l.kind, p.nom as site, coalesce(h.stop_town, c.nom) as commune, l.amount_cents, l.reason
					from indemnity_line l join indemnity_statement s on s.id = l.statement_id
					join volunteer v on v.id = s.volunteer_id join half_day_slot h on h.id = l.slot_id
					join consultation_site p on p.id = h.site_id join commune c on c.insee = p.commune
					where s.region = ? and not exists (select from indemnity_batch_line b where b.line_id = l.id)
					order by v.family_name, v.given_name, v.id, s.month, l.day, l.period desc, l.id""")
			.param(region)
			.query(BatchLine.class)
			.list();
	}

	private long write(String region, int number, long agentId, List<BatchLine> lines) {
		long batch = this.jdbc.sql("""
				insert into indemnity_batch (region, number, made_at, made_by, lines, half_days, total_cents, csv, xlsx)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
			.params(region, number, OffsetDateTime.now(this.clock), agentId, lines.size(),
					lines.stream().mapToInt(BatchLine::halfDays).sum(),
					lines.stream().mapToLong(BatchLine::amountCents).sum(), this.files.csv(region, number, lines),
					this.files.xlsx(region, number, lines))
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into indemnity_batch_line (line_id, batch_id, amount_cents)
				select id, :batch, amount_cents from indemnity_line where id = any (:lines::bigint[])""")
			.param("batch", batch)
			.param("lines", lines.stream().map(BatchLine::id).toArray(Long[]::new))
			.update();
		return batch;
	}

}
