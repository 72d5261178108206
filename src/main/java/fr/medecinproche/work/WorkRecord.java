package fr.medecinproche.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written down of work, apart from the transactions of the work itself, so that
 * other nodes see how far it is and may stop it.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class WorkRecord {

	/** A node that has said nothing for that long is gone. */
	private static final Duration SILENCE = Duration.ofMinutes(2);

	private static final Duration KEPT = Duration.ofDays(90);

	private static final String WORKS = """
			select id, kind, started_by, started_at, total, done, stop_asked, result, failure,
			  case when status = 'RUNNING' and beat_at < ? then 'LOST' else status end as status
			from long_work
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	WorkRecord(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	long open(String kind, long accountId) {
		var now = Timestamp.from(this.clock.instant());
		return this.jdbc.sql("""
				insert into long_work (kind, started_by, started_at, beat_at) values (?, ?, ?, ?) returning id""")
			.params(kind, accountId, now, now)
			.query(Long.class)
			.single();
	}

	void expect(long id, int total) {
		this.jdbc.sql("update long_work set total = ? where id = ?").params(total, id).update();
	}

	/** Says how far it is; answers whether somebody asked to stop. */
	boolean beat(long id, int done) {
		return this.jdbc.sql("update long_work set done = ?, beat_at = ? where id = ? returning stop_asked")
			.params(done, Timestamp.from(this.clock.instant()), id)
			.query(Boolean.class)
			.single();
	}

	/** Says that work which has not begun is not lost either. */
	void waits(Collection<Long> ids) {
		this.jdbc.sql("update long_work set beat_at = :now where id in (:ids) and status = 'RUNNING'")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("ids", ids)
			.update();
	}

	void end(long id, WorkStatus status, @Nullable String result, @Nullable String failure) {
		this.jdbc.sql("""
				update long_work set status = ?, ended_at = ?, result = ?, failure = ?,
				  done = case when ? = 'DONE' then coalesce(total, done) else done end
				where id = ? and status = 'RUNNING'""")
			.params(status.name(), Timestamp.from(this.clock.instant()), result, failure, status.name(), id)
			.update();
	}

	void askToStop(long id) {
		this.jdbc.sql("update long_work set stop_asked = true where id = ? and status = 'RUNNING'").param(id).update();
	}

	@Transactional(readOnly = true)
	Optional<LongWork> find(long id) {
		return this.jdbc.sql(WORKS + "where id = ?").params(silentSince(), id).query(LongWork.class).optional();
	}

	@Transactional(readOnly = true)
	List<LongWork> of(long accountId, int howMany) {
		return this.jdbc.sql(WORKS + "where started_by = ? order by status = 'RUNNING' desc, id desc limit ?")
			.params(silentSince(), accountId, howMany)
			.query(LongWork.class)
			.list();
	}

	/** Nobody looks for what ended long ago. */
	void forget() {
		this.jdbc.sql("delete from long_work where started_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
	}

	private Timestamp silentSince() {
		return Timestamp.from(this.clock.instant().minus(SILENCE));
	}

}
