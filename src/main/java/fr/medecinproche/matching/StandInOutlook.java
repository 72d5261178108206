package fr.medecinproche.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import fr.medecinproche.schedule.HalfDaySlot;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a doctor may expect of a search before it begins.
 */
@Component
@Transactional(readOnly = true)
public class StandInOutlook {

	private final StandInSearch search;

	private final StandInSettings settings;

	private final Clock clock;

	StandInOutlook(StandInSearch search, StandInSettings settings, Clock clock) {
		this.search = search;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * How many doctors may be invited.
	 * @param slot a half-day
	 * @param asker whose it is
	 * @return 0 when nobody may
	 */
	public int countSuitable(HalfDaySlot slot, long asker) {
		return this.search.suitable(slot, asker).size();
	}

	/**
	 * Until when a search that begins now would last.
	 * @param slot a half-day
	 * @return empty when it is too near to search
	 */
	public Optional<Instant> deadlineOf(HalfDaySlot slot) {
		return this.settings.deadline(this.clock.instant(), slot.begins());
	}

}
