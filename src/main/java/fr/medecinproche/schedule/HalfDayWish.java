package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

import fr.medecinproche.site.ConsultationSite;
import org.jspecify.annotations.Nullable;

/**
 * Which open half-days a doctor wants to see.
 *
 * @param month the calendar month
 * @param day only this day of it, null for all
 * @param weekdays only these days of the week, empty for all
 * @param wholeDays only where morning and afternoon are open
 * @param place which places
 */
public record HalfDayWish(YearMonth month, @Nullable LocalDate day, Set<DayOfWeek> weekdays, boolean wholeDays,
		Place place) {

	/**
	 * All half-days of a month.
	 * @param month the calendar month
	 * @return the widest wish
	 */
	public static HalfDayWish all(YearMonth month) {
		return new HalfDayWish(month, null, Set.of(), false, Place.ANY);
	}

	/**
	 * Which places a doctor wants to see.
	 *
	 * @param zone only this zone's, by its SIREN; null for all
	 * @param withinKm at most this far as the crow flies; null for any distance
	 * @param secretary only with a secretary
	 * @param lodging only with lodging
	 * @param software only with this software, null for any
	 */
	public record Place(@Nullable String zone, @Nullable Integer withinKm, boolean secretary, boolean lodging,
			@Nullable String software) {

		/** Every place. */
		public static final Place ANY = new Place(null, null, false, false, null);

		boolean suits(ConsultationSite site, double km) {
			return (this.zone == null || site.getZone().getSiren().equals(this.zone))
					&& (this.withinKm == null || km <= this.withinKm) && (!this.secretary || site.hasSecretary())
					&& (!this.lodging || site.hasLodging())
					&& (this.software == null || this.software.equals(site.getSoftware()));
		}

	}

}
