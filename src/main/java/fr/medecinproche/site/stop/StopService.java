package fr.medecinproche.site.stop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.SiteJournal;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says where itinerant sites stand. A stop where a doctor or patients are expected is
 * left alone: the half-day is closed first, which tells them.
 */
@Service
@Transactional
public class StopService {

	private final SiteStops stops;

	private final ConsultationSites sites;

	private final SiteJournal journal;

	private final JdbcClient jdbc;

	private final Clock clock;

	StopService(SiteStops stops, ConsultationSites sites, SiteJournal journal, JdbcClient jdbc, Clock clock) {
		this.journal = journal;
		this.stops = stops;
		this.sites = sites;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Plans stops at one place; where the site was to stand elsewhere it now stands here.
	 * @param siteId an itinerant site
	 * @param days the days, none of them over
	 * @param periods which halves of them
	 * @param where the place
	 * @return how many half-days it stands there
	 * @throws SiteRefusedException when the site does not travel there, a day is over, or
	 * a doctor is expected at the former place
	 */
	public int plan(long siteId, Collection<LocalDate> days, Set<DayPart> periods, StopPlace where) {
		lockHalfDays(siteId, days);
		var site = this.sites.lock(siteId).orElseThrow();
		var today = LocalDate.now(this.clock);
		if (days.isEmpty() || periods.isEmpty() || days.stream().anyMatch((day) -> day.isBefore(today))) {
			throw new SiteRefusedException(Reason.DAYS_OUT_OF_ORDER);
		}
		var known = this.stops.on(siteId, days);
		for (var day : days) {
			for (var period : periods) {
				var there = known.stream()
					.filter((stop) -> stop.getDay().equals(day) && stop.getPeriod() == period)
					.findFirst();
				there.ifPresentOrElse((stop) -> move(site, stop, where),
						() -> this.stops.save(new SiteStop(site, day, period, where)));
			}
		}
		this.journal.note("stopped", site, where.toPlace().inFull());
		return days.size() * periods.size();
	}

	private void move(ConsultationSite site, SiteStop stop, StopPlace where) {
		if (stop.getPlace().equals(where.toPlace())) {
			return;
		}
		refuseIfExpected(stop, "TAKEN");
		stop.stand(site, where);
	}

	/**
	 * Stands somewhere else on one half-day.
	 * @param siteId the site
	 * @param stopId one of its stops
	 * @param where the place
	 * @throws SiteRefusedException when a doctor is expected there, or the site does not
	 * travel to the new place
	 */
	public void move(long siteId, long stopId, StopPlace where) {
		lockHalfDays(siteId, stopId);
		var site = this.sites.lock(siteId).orElseThrow();
		move(site, this.stops.findAt(siteId, stopId).orElseThrow(), where);
		this.journal.note("stopped", site, where.toPlace().inFull());
	}

	/**
	 * Stops nowhere on one half-day.
	 * @param siteId the site
	 * @param stopId one of its stops
	 * @throws SiteRefusedException when a half-day is open there, or a doctor expected
	 */
	public void cancel(long siteId, long stopId) {
		lockHalfDays(siteId, stopId);
		var site = this.sites.lock(siteId).orElseThrow();
		var stop = this.stops.findAt(siteId, stopId).orElseThrow();
		refuseIfExpected(stop, "OPEN", "TAKEN");
		this.stops.delete(stop);
		this.journal.note("unstopped", site, stop.getPlace().inFull());
	}

	/**
	 * Before the site, as whoever takes one of them does: neither waits for the other.
	 */
	private void lockHalfDays(long siteId, Collection<LocalDate> days) {
		this.jdbc.sql(
				"select id from half_day_slot where site_id = ? and day = any (cast(? as date[])) order by id for no key update")
			.params(siteId, days.stream().map(LocalDate::toString).toArray(String[]::new))
			.query(Long.class)
			.list();
	}

	private void lockHalfDays(long siteId, long stopId) {
		this.jdbc.sql("""
				select id from half_day_slot where site_id = ?
				and day in (select t.day from site_stop t where t.id = ?) order by id for no key update""")
			.params(siteId, stopId)
			.query(Long.class)
			.list();
	}

	private void refuseIfExpected(SiteStop stop, String... statuses) {
		var expected = this.jdbc.sql("""
				select count(distinct h.id) as half_days, count(a.id) as patients from half_day_slot h
				left join appointment a on a.slot_id = h.id and a.status = 'BOOKED'
				where h.stop_id = :stop and h.status = any (cast(:statuses as text[]))""")
			.param("stop", stop.getId())
			.param("statuses", statuses)
			.query(Expected.class)
			.single();
		if (expected.halfDays() > 0) {
			throw new SiteRefusedException(Reason.STOP_EXPECTED, expected.halfDays(), expected.patients());
		}
	}

	private record Expected(int halfDays, int patients) {
	}

}
