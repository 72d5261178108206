package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/**
 * The half-days. What a page shows of a half-day (its site, commune, zone, volunteer) is
 * fetched with it.
 */
public interface HalfDaySlots extends Repository<HalfDaySlot, Long> {

	/** Site, commune and zone of the half-day. */
	String WITH_SITE = "join fetch s.site site join fetch site.commune join fetch site.zone zone ";

	/**
	 * Left out on days the site says it is closed, as long as the agency has not decided
	 * whether the doctor comes: who books then may be told off a day later.
	 */
	String CERTAIN = """
			and not exists (select 1 from SiteClosure c where c.site.id = s.site.id and c.bySite = true
			and c.settledAt is null and s.halfDay.day between c.firstDay and c.lastDay)
			""";

	/** How Hibernate is told to pass over locked rows. */
	String SKIP_LOCKED = "-2";

	HalfDaySlot save(HalfDaySlot slot);

	void flush();

	@Query("select s from HalfDaySlot s " + WITH_SITE + "left join fetch s.volunteer where s.id = :id")
	Optional<HalfDaySlot> findById(long id);

	/**
	 * A half-day of a doctor.
	 * @param volunteerId the doctor
	 * @param id any number
	 * @return the half-day, its site loaded
	 * @throws NoSuchHalfDayException when it is not theirs
	 */
	default HalfDaySlot findTakenBy(long volunteerId, long id) {
		return findById(id).filter((slot) -> slot.isTakenBy(volunteerId)).orElseThrow(NoSuchHalfDayException::new);
	}

	@Query("select s from HalfDaySlot s " + WITH_SITE + "left join fetch s.volunteer where s.id in :ids")
	List<HalfDaySlot> findByIdIn(Collection<Long> ids);

	/**
	 * Those an agent may see.
	 * @param ids half-days
	 * @param perimeter what the agent's sight is narrowed to, null for everything
	 * @return their identifiers, in order
	 */
	@Query("""
			select s.id from HalfDaySlot s where s.id in :ids and (:perimeter is null
			or exists (select 1 from s.site.zone.departements d where :perimeter in (d.code, d.region))) order by s.id""")
	List<Long> seenFrom(Collection<Long> ids, @Nullable String perimeter);

	/**
	 * Half-days locked until the end of the transaction, in the order of their
	 * identifiers so that two transactions never wait for each other.
	 * @param ids half-days
	 * @return those that exist
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from HalfDaySlot s where s.id in :ids order by s.id")
	List<HalfDaySlot> lock(Collection<Long> ids);

	/**
	 * The same for one half-day, without waiting for whoever has it.
	 * @param id a half-day
	 * @return empty when another transaction has locked it
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	@Query("select s from HalfDaySlot s where s.id = :id")
	Optional<HalfDaySlot> lockUnlessBusy(long id);

	@Query("""
			select s.rank from HalfDaySlot s where s.volunteer.id = :volunteerId
			and s.halfDay.day >= :first and s.halfDay.day < :next""")
	Set<Short> ranksTaken(long volunteerId, LocalDate first, LocalDate next);

	@Query("""
			select count(s) > 0 from HalfDaySlot s where s.volunteer.id = :volunteerId
			and s.halfDay.day = :day and s.halfDay.period = :period""")
	boolean isElsewhere(long volunteerId, LocalDate day, Period period);

	@Query("select s from HalfDaySlot s " + WITH_SITE + """
			where s.volunteer.id = :volunteerId and s.halfDay.day >= :from and s.halfDay.day < :until
			order by s.halfDay.day, s.halfDay.period desc""")
	List<HalfDaySlot> of(long volunteerId, LocalDate from, LocalDate until);

	@Query("select s from HalfDaySlot s left join fetch s.volunteer " + """
			where s.site.id = :siteId and s.halfDay.day >= :from and s.halfDay.day < :until
			order by s.halfDay.day, s.halfDay.period desc, s.room""")
	List<HalfDaySlot> at(long siteId, LocalDate from, LocalDate until);

	@Query("select s from HalfDaySlot s join fetch s.site left join fetch s.volunteer " + """
			where s.site.id in :siteIds and s.halfDay.day >= :from and s.halfDay.day < :until
			order by s.halfDay.day, s.halfDay.period desc, s.room""")
	List<HalfDaySlot> at(Collection<Long> siteIds, LocalDate from, LocalDate until);

	@Query("select s from HalfDaySlot s left join fetch s.volunteer " + """
			where s.site.id = :siteId and s.halfDay.day >= :from
			order by s.halfDay.day, s.halfDay.period desc, s.room""")
	Page<HalfDaySlot> at(long siteId, LocalDate from, Pageable page);

	/**
	 * The half-days a pattern opened that are not closed.
	 * @param patternId a pattern
	 * @param from the first day
	 * @return their identifiers, in order
	 */
	@Query("""
			select s.id from HalfDaySlot s where s.patternId = :patternId and s.halfDay.day >= :from
			and s.status <> fr.medecinproche.schedule.SlotStatus.CLOSED order by s.id""")
	List<Long> openedBy(long patternId, LocalDate from);

	/**
	 * The half-days of a site in a period, whatever became of them.
	 * @param siteId a site
	 * @param from the first day
	 * @param until the last day
	 * @return their identifiers, in order
	 */
	@Query("select s.id from HalfDaySlot s where s.site.id = :siteId and s.halfDay.day between :from and :until order by s.id")
	List<Long> idsAt(long siteId, LocalDate from, LocalDate until);

	/**
	 * The same on the days of a closure, which is not loaded.
	 * @param siteId a site
	 * @param closureId one of its closures; there are none when it is gone
	 * @return their identifiers, in order
	 */
	@Query("""
			select s.id from HalfDaySlot s, SiteClosure c where c.id = :closureId and c.site.id = :siteId
			and s.site = c.site and s.halfDay.day between c.firstDay and c.lastDay order by s.id""")
	List<Long> during(long siteId, long closureId);

	/**
	 * Those on days their site does not receive.
	 * @param ids half-days
	 * @return some of them, in no particular order
	 */
	@Query("""
			select s from HalfDaySlot s where s.id in :ids and exists (select 1 from SiteClosure c
			where c.site = s.site and s.halfDay.day between c.firstDay and c.lastDay)""")
	List<HalfDaySlot> onClosedDays(Collection<Long> ids);

	/**
	 * The coming half-days of a site that are not closed, in a period.
	 * @param siteId a site
	 * @param from the first day
	 * @param until the day after the last
	 * @return their identifiers, in order
	 */
	@Query("""
			select s.id from HalfDaySlot s where s.site.id = :siteId and s.halfDay.day >= :from
			and s.halfDay.day < :until and s.status <> fr.medecinproche.schedule.SlotStatus.CLOSED order by s.id""")
	List<Long> notClosedAt(long siteId, LocalDate from, LocalDate until);

	/**
	 * The half-days of a site on given days, whatever became of them.
	 * @param siteId a site
	 * @param days days
	 * @return by day, mornings first
	 */
	@Query("select s from HalfDaySlot s left join fetch s.volunteer " + """
			where s.site.id = :siteId and s.halfDay.day in :days
			order by s.halfDay.day, s.halfDay.period desc, s.room""")
	List<HalfDaySlot> atOn(long siteId, Collection<LocalDate> days);

	/**
	 * The open ones among them.
	 * @param siteId a site
	 * @param days days
	 * @return their identifiers, in order
	 */
	@Query("""
			select s.id from HalfDaySlot s where s.site.id = :siteId and s.halfDay.day in :days
			and s.status = fr.medecinproche.schedule.SlotStatus.OPEN order by s.id""")
	List<Long> openAtOn(long siteId, Collection<LocalDate> days);

	/**
	 * Those that are not on a day the site says it is closed before the agency has
	 * decided. Whoever must be sure has locked them: a closure waits for that.
	 * @param ids half-days
	 * @return their identifiers
	 */
	@Query("select s.id from HalfDaySlot s where s.id in :ids " + CERTAIN)
	Set<Long> certain(Collection<Long> ids);

	/**
	 * What volunteers may take: open half-days of open sites in priority zones.
	 * @param from the first day
	 * @param until the day after the last
	 * @return by day, mornings first
	 */
	@Query("select s from HalfDaySlot s " + WITH_SITE + """
			where s.status = fr.medecinproche.schedule.SlotStatus.OPEN
			and site.status = fr.medecinproche.site.SiteStatus.OPEN and zone.priority = true
			and s.halfDay.day >= :from and s.halfDay.day < :until
			order by s.halfDay.day, s.halfDay.period desc, site.id, s.room""")
	List<HalfDaySlot> openBetween(LocalDate from, LocalDate until);

	/**
	 * Half-days with a doctor at sites patients may book; none of a day the site says it
	 * is closed before the agency has decided.
	 * @param siteIds sites
	 * @param from the first day
	 * @param until the day after the last
	 * @return by day, mornings first
	 */
	@Query("select s from HalfDaySlot s " + WITH_SITE + "join fetch s.volunteer " + """
			where s.site.id in :siteIds and s.status = fr.medecinproche.schedule.SlotStatus.TAKEN
			and site.status = fr.medecinproche.site.SiteStatus.OPEN
			and s.halfDay.day >= :from and s.halfDay.day < :until
			""" + CERTAIN + "order by s.halfDay.day, s.hours.startsAt, s.room")
	List<HalfDaySlot> takenAt(Collection<Long> siteIds, LocalDate from, LocalDate until);

	/**
	 * The same at all open sites of some zones.
	 * @param zones the zones' numbers
	 * @param from the first day
	 * @param until the day after the last
	 * @return by day, mornings first
	 */
	@Query("select s from HalfDaySlot s " + WITH_SITE + "join fetch s.volunteer " + """
			where zone.siren in :zones and s.status = fr.medecinproche.schedule.SlotStatus.TAKEN
			and site.status = fr.medecinproche.site.SiteStatus.OPEN
			and s.halfDay.day >= :from and s.halfDay.day < :until
			""" + CERTAIN + "order by s.halfDay.day, s.hours.startsAt, s.id")
	List<HalfDaySlot> takenInZones(Collection<String> zones, LocalDate from, LocalDate until);

	/**
	 * The coming half-days of a site that are not closed.
	 * @param siteId a site
	 * @param from the first day
	 * @return their identifiers, in order
	 */
	@Query("""
			select s.id from HalfDaySlot s where s.site.id = :siteId and s.halfDay.day >= :from
			and s.status <> fr.medecinproche.schedule.SlotStatus.CLOSED order by s.id""")
	List<Long> notClosedAt(long siteId, LocalDate from);

	/**
	 * The next of them, anywhere.
	 * @param from the first day
	 * @param limit how many at most
	 * @return by day, mornings first
	 */
	@Query("select s from HalfDaySlot s " + WITH_SITE + "join fetch s.volunteer " + """
			where s.status = fr.medecinproche.schedule.SlotStatus.TAKEN
			and site.status = fr.medecinproche.site.SiteStatus.OPEN and s.halfDay.day >= :from
			""" + CERTAIN + "order by s.halfDay.day, s.hours.startsAt, s.id")
	List<HalfDaySlot> nextTaken(LocalDate from, Limit limit);

}
