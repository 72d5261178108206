package fr.medecinproche.joining;

import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.Period;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.Equipment;

/**
 * A site as a doctor who thinks of joining sees it.
 *
 * @param site where, its commune and zone loaded
 * @param equipment what is in the room
 * @param distance kilometres, as the crow flies
 * @param minutes roughly how long it takes by car
 * @param next its next open half-days, the soonest first; empty when none is open
 */
public record NearbySite(ConsultationSite site, List<Equipment> equipment, double distance, int minutes,
		List<Opening> next) {

	/**
	 * A half-day nobody has taken.
	 *
	 * @param day when
	 * @param period which half of the day
	 */
	public record Opening(LocalDate day, Period period) {
	}

}
