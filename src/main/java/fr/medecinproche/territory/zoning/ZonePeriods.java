package fr.medecinproche.territory.zoning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Since when and until when zones are zones. {@code intercommunalite.priority}, which
 * everything else reads, says the same for today: it is brought in step by each act,
 * every night after midnight, and when a node starts.
 */
@Component
public class ZonePeriods {

	private static final Logger log = LoggerFactory.getLogger(ZonePeriods.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	ZonePeriods(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One period of a zone.
	 *
	 * @param startsOn its first day; null when the application has always known it
	 * @param endsOn the first day it no longer is a zone; null while no end is known
	 * @param declaredBy who said it begins
	 * @param declaredAt when
	 * @param endedBy who said it ends
	 * @param endedAt when
	 */
	public record ZonePeriod(long id, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn,
			@Nullable String declaredBy, @Nullable Instant declaredAt, @Nullable String endedBy,
			@Nullable Instant endedAt) {

		/** Whether it is not over on a day. */
		public boolean lastsBeyond(LocalDate day) {
			return this.endsOn == null || this.endsOn.isAfter(day);
		}

		/** Whether it has not begun on a day. */
		public boolean beginsAfter(LocalDate day) {
			return this.startsOn != null && this.startsOn.isAfter(day);
		}

	}

	/** The periods of a zone, the latest first. */
	public List<ZonePeriod> of(String siren) {
		return this.jdbc
			.sql("""
					select p.id, p.starts_on, p.ends_on, d.display_name as declared_by, p.declared_at,
					  e.display_name as ended_by, p.ended_at
					from zone_priority p left join account d on d.id = p.declared_by left join account e on e.id = p.ended_by
					where p.siren = ? order by p.starts_on desc nulls last""")
			.param(siren)
			.query(ZonePeriod.class)
			.list();
	}

	/** The period that is not over yet, be it still to come. */
	public Optional<ZonePeriod> standing(String siren) {
		var today = LocalDate.now(this.clock);
		return of(siren).stream().filter((period) -> period.lastsBeyond(today)).findFirst();
	}

	/**
	 * Holds the list for this transaction: whoever changes it next waits.
	 * @return its edition, counted on
	 */
	long hold() {
		return this.jdbc.sql("update zone_list set edition = edition + 1 returning edition").query(Long.class).single();
	}

	/** Holds a zone against half-days being opened in it at this moment. */
	void hold(String siren) {
		this.jdbc.sql("select 1 from intercommunalite where siren = ? for update").param(siren).query().listOfRows();
	}

	void begin(String siren, LocalDate day, long account) {
		this.jdbc.sql("""
				insert into zone_priority (siren, starts_on, declared_by, declared_at) values (?, ?, ?, ?)""")
			.params(siren, day, account, now())
			.update();
	}

	/** Ends the period that is not over; one that would never have begun is taken out. */
	void end(String siren, LocalDate day, long account) {
		this.jdbc.sql("delete from zone_priority where siren = ? and starts_on >= ?").params(siren, day).update();
		this.jdbc.sql("""
				update zone_priority set ends_on = ?, ended_by = ?, ended_at = ?
				where siren = ? and (ends_on is null or ends_on > ?)""")
			.params(day, account, now(), siren, day)
			.update();
	}

	/** Takes an announced end back. */
	void goOn(long period) {
		this.jdbc.sql("update zone_priority set ends_on = null, ended_by = null, ended_at = null where id = ?")
			.param(period)
			.update();
	}

	/**
	 * Makes {@code intercommunalite.priority} say what holds today.
	 * @return how many zones have become one or ceased to be
	 */
	@Transactional
	public int bringInStep() {
		return this.jdbc.sql("""
				update intercommunalite z set priority = not z.priority
				where z.priority is distinct from exists (select from zone_priority p
				  where p.siren = z.siren and daterange(p.starts_on, p.ends_on) @> cast(:today as date))""")
			.param("today", LocalDate.now(this.clock))
			.update();
	}

	@Scheduled(cron = "${medecin-proche.zones.at:0 1 0 * * *}", zone = "Europe/Paris")
	@EventListener(ApplicationReadyEvent.class)
	@Transactional
	public void everyNight() {
		int changed = bringInStep();
		if (changed > 0) {
			log.info("{} zones began or ended today", changed);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
