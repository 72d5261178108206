package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.OpeningPattern.Place;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Works out the fate of each half-day a pattern asks for, with a fixed number of queries
 * however many there are.
 */
@Component
class OpeningPlanning {

	private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

	private final HalfDaySlots slots;

	private final SiteDays siteDays;

	private final Clock clock;

	OpeningPlanning(HalfDaySlots slots, SiteDays siteDays, Clock clock) {
		this.slots = slots;
		this.siteDays = siteDays;
		this.clock = clock;
	}

	/** What a new pattern would open. */
	OpeningPlan opening(ConsultationSite site, OpeningPattern pattern) {
		return opening(Map.of(site, pattern)).get(site);
	}

	/**
	 * What new patterns would open, each at a site.
	 * @param patterns by site
	 * @return by site
	 */
	Map<ConsultationSite, OpeningPlan> opening(Map<ConsultationSite, OpeningPattern> patterns) {
		var ids = patterns.keySet().stream().map(ConsultationSite::getId).toList();
		var from = patterns.values().stream().map(OpeningPattern::from).min(Comparator.naturalOrder()).orElseThrow();
		var until = patterns.values().stream().map(OpeningPattern::until).max(Comparator.naturalOrder()).orElseThrow();
		var existing = this.slots.at(ids, from, until.plusDays(1))
			.stream()
			.collect(Collectors.groupingBy((slot) -> slot.getSite().getId()));
		var shut = this.siteDays.shut(ids, from, until);
		var plans = new HashMap<ConsultationSite, OpeningPlan>();
		patterns.forEach((site, pattern) -> plans.put(site, new OpeningPlan(
				asked(site, pattern, null, existing.getOrDefault(site.getId(), List.of()), shut.get(site.getId()))
					.toList())));
		return plans;
	}

	/**
	 * What a kept pattern would open, keep and close from a day on.
	 * @param site the site
	 * @param pattern what it would ask for from that day on
	 * @param patternId the kept pattern
	 */
	OpeningPlan change(ConsultationSite site, OpeningPattern pattern, long patternId) {
		var existing = this.slots.at(site.getId(), pattern.from(), NO_END);
		var shut = this.siteDays.shut(List.of(site.getId()), pattern.from(), pattern.until()).get(site.getId());
		var places = new HashSet<>(pattern.places());
		var left = existing.stream()
			.filter((slot) -> isOf(slot, patternId) && slot.getStatus() != SlotStatus.CLOSED
					&& !slot.hasBegun(this.clock))
			.filter((slot) -> !places.contains(placeOf(slot)))
			.map((slot) -> new PlannedHalfDay(placeOf(slot),
					(slot.getStatus() == SlotStatus.TAKEN) ? OpeningFate.TAKEN_STAYS : OpeningFate.TO_CLOSE, slot))
			.toList();
		var told = left.stream().map(PlannedHalfDay::place).collect(Collectors.toSet());
		return new OpeningPlan(Stream
			.concat(asked(site, pattern, patternId, existing, shut)
				.filter((halfDay) -> !told.contains(halfDay.place())), left.stream())
			.sorted(Comparator.comparing(PlannedHalfDay::place))
			.toList());
	}

	/**
	 * What a kept pattern asks for on some days, and may be open again there: not in a
	 * room the site has given up since.
	 * @param site the site
	 * @param pattern what it asks for on these days
	 * @param patternId the kept pattern
	 */
	OpeningPlan again(ConsultationSite site, OpeningPattern pattern, long patternId) {
		var existing = this.slots.at(site.getId(), pattern.from(), pattern.until().plusDays(1));
		var shut = this.siteDays.shut(List.of(site.getId()), pattern.from(), pattern.until()).get(site.getId());
		return new OpeningPlan(
				asked(site, pattern, patternId, existing, shut).filter((halfDay) -> halfDay.room() <= site.getRooms())
					.toList());
	}

	private Stream<PlannedHalfDay> asked(ConsultationSite site, OpeningPattern pattern, @Nullable Long patternId,
			List<HalfDaySlot> existing, Map<HalfDay, OpeningFate> shut) {
		var known = existing.stream().collect(Collectors.toMap(OpeningPlanning::placeOf, Function.identity()));
		var received = existing.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.TAKEN)
			.map(HalfDaySlot::getHalfDay)
			.collect(Collectors.toSet());
		var look = new Look(pattern.rule(), pattern.rule().hoursAt(site), patternId, received, shut);
		return pattern.asked()
			.stream()
			.map((place) -> new PlannedHalfDay(place, look.fate(place, known.get(place), this.clock),
					known.get(place)));
	}

	private static Place placeOf(HalfDaySlot slot) {
		return new Place(slot.getHalfDay(), slot.getRoom());
	}

	private static boolean isOf(HalfDaySlot slot, @Nullable Long patternId) {
		return patternId != null && patternId.equals(slot.getPatternId());
	}

	/**
	 * What decides the fate of a half-day.
	 *
	 * @param rule what is asked for
	 * @param hours the hours it keeps
	 * @param patternId the kept pattern, null for a new one
	 * @param received half-days with a doctor, in whatever room
	 * @param shut half-days on which nothing is opened, and why
	 */
	private record Look(OpeningRule rule, ConsultationHours hours, @Nullable Long patternId, Set<HalfDay> received,
			Map<HalfDay, OpeningFate> shut) {

		OpeningFate fate(Place place, @Nullable HalfDaySlot slot, Clock clock) {
			var day = place.halfDay().day();
			if (this.rule.leavesOut(day)) {
				return OpeningFate.HOLIDAY;
			}
			if (slot != null && slot.getStatus() != SlotStatus.CLOSED) {
				return ofExisting(slot, clock);
			}
			if (hasBegun(place.halfDay(), clock)) {
				return OpeningFate.PAST;
			}
			if (this.shut.containsKey(place.halfDay())) {
				return this.shut.get(place.halfDay());
			}
			if (slot != null && isOf(slot, this.patternId)) {
				return OpeningFate.SET_APART;
			}
			return (!this.rule.besideDoctors() && this.received.contains(place.halfDay())) ? OpeningFate.OTHER_ROOM
					: OpeningFate.TO_OPEN;
		}

		private OpeningFate ofExisting(HalfDaySlot slot, Clock clock) {
			boolean taken = slot.getStatus() == SlotStatus.TAKEN;
			if (!isOf(slot, this.patternId)) {
				return taken ? OpeningFate.TAKEN_ALREADY : OpeningFate.OPEN_ALREADY;
			}
			return (taken || slot.keeps(this.hours) || slot.hasBegun(clock)) ? OpeningFate.KEPT : OpeningFate.RETIMED;
		}

		private boolean hasBegun(HalfDay halfDay, Clock clock) {
			return !SlotHours.of(this.hours, halfDay.period()).beginOn(halfDay.day()).isAfter(clock.instant());
		}

	}

}
