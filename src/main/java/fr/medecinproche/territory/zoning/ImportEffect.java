package fr.medecinproche.territory.zoning;

import java.util.List;

/**
 * What a list of zones would do.
 *
 * @param added how many zones it adds
 * @param changed of how many it changes what is known
 * @param communes how many communes it brings or changes
 * @param retired the zones it ends, and whom that touches
 * @param outdated whether the list of zones has changed since it was read
 */
public record ImportEffect(long added, long changed, long communes, List<RetirementEffects.Effect> retired,
		boolean outdated) {

	/** Whether half-days or patients to come stand in the way. */
	public boolean isHeldUp() {
		return this.retired.stream().anyMatch(RetirementEffects.Effect::stands);
	}

	/** Whether applying it would do anything. */
	public boolean changesAnything() {
		return this.added + this.changed + this.communes + this.retired.size() > 0;
	}

}
