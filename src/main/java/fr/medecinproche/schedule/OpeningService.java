package fr.medecinproche.schedule;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.OpeningPattern.Place;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteStatus;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens half-days at a site, one or a pattern over a period.
 */
@Service
public class OpeningService {

	private final HalfDaySlots slots;

	private final Clock clock;

	OpeningService(HalfDaySlots slots, Clock clock) {
		this.slots = slots;
		this.clock = clock;
	}

	/**
	 * Says what a pattern would open.
	 * @param site the site
	 * @param pattern which half-days
	 * @return what would be opened and what would be skipped; nothing is saved
	 * @throws SchedulingRefusedException when the pattern or the site does not allow it
	 */
	@Transactional(readOnly = true)
	public OpeningPreview preview(ConsultationSite site, OpeningPattern pattern) {
		refuseUnlessPossible(site, pattern);
		var existing = existing(site, pattern);
		var now = this.clock.instant();
		var byFate = pattern.places().stream().collect(Collectors.groupingBy((place) -> {
			var known = existing.get(place);
			if (known != null && known.getStatus() != SlotStatus.CLOSED) {
				return Fate.TAKEN;
			}
			var begins = new HalfDaySlot(site, place.halfDay(), place.room(), this.clock).begins();
			return begins.isAfter(now) ? Fate.TO_OPEN : Fate.PAST;
		}));
		return new OpeningPreview(byFate.getOrDefault(Fate.TO_OPEN, List.of()),
				byFate.getOrDefault(Fate.TAKEN, List.of()), byFate.getOrDefault(Fate.PAST, List.of()),
				pattern.holidays());
	}

	private enum Fate {

		TO_OPEN, TAKEN, PAST

	}

	private void refuseUnlessPossible(ConsultationSite site, OpeningPattern pattern) {
		if (site.getStatus() != SiteStatus.OPEN || !site.getZone().isPriority()) {
			throw new SchedulingRefusedException(Reason.SITE_NOT_OPEN);
		}
		if (pattern.until().isBefore(pattern.from())) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		if (pattern.until().isAfter(pattern.from().plusYears(1))) {
			throw new SchedulingRefusedException(Reason.PATTERN_TOO_LONG);
		}
		if (pattern.places().isEmpty() && pattern.holidays().isEmpty()) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		if (pattern.rooms().stream().anyMatch((room) -> room < 1 || room > site.getRooms())) {
			throw new SchedulingRefusedException(Reason.NO_SUCH_ROOM);
		}
	}

	private Map<Place, HalfDaySlot> existing(ConsultationSite site, OpeningPattern pattern) {
		return this.slots.at(site.getId(), pattern.from(), pattern.until().plusDays(1))
			.stream()
			.collect(Collectors.toMap((slot) -> new Place(slot.getHalfDay(), slot.getRoom()), Function.identity()));
	}

	/**
	 * Opens what the preview announced.
	 * @param site the site
	 * @param pattern which half-days
	 * @return what was opened and what was skipped
	 * @throws SchedulingRefusedException when the pattern or the site does not allow it,
	 * or somebody opened the same half-days at the same moment
	 */
	@Transactional
	public OpeningPreview open(ConsultationSite site, OpeningPattern pattern) {
		var preview = preview(site, pattern);
		var closed = existing(site, pattern);
		try {
			for (var place : preview.toOpen()) {
				var known = closed.get(place);
				if (known != null) {
					known.reopen();
				}
				else {
					this.slots.save(new HalfDaySlot(site, place.halfDay(), place.room(), this.clock));
				}
			}
			this.slots.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
		return preview;
	}

}
