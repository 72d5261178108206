package fr.medecinproche.territory.zoning;

import java.time.Instant;
import java.util.List;

/**
 * What a list of zones would do.
 *
 * @param added how many zones it adds
 * @param changed of how many it changes what is known
 * @param communes how many communes it brings or changes
 * @param retired the zones it ends, and whom that touches
 * @param outdated whether it must be read again: the list of zones has changed since, or
 * its day is past
 * @param since who changed what since it was read
 */
public record ImportEffect(long added, long changed, long communes, List<RetirementEffects.Effect> retired,
		boolean outdated, List<Change> since) {

	/**
	 * A change of the list of zones.
	 *
	 * @param label the zone, or the file
	 * @param account whoever made it
	 * @param at when
	 */
	public record Change(String label, String account, Instant at) {
	}

	/** Whether half-days or patients to come stand in the way. */
	public boolean isHeldUp() {
		return this.retired.stream().anyMatch(RetirementEffects.Effect::stands);
	}

	/** Whether applying it would do anything. */
	public boolean changesAnything() {
		return this.added + this.changed + this.communes + this.retired.size() > 0;
	}

}
