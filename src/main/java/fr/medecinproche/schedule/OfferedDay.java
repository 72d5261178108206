package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.Place;
import org.jspecify.annotations.Nullable;

/**
 * What one site offers a volunteer on one day: a morning, an afternoon, or both. Of
 * several rooms, the first that is free.
 *
 * @param site where, its commune and zone loaded
 * @param equipment what the doctor finds in the room
 * @param distance kilometres from the volunteer's commune, as the crow flies
 * @param day when
 * @param morning the open morning, if any
 * @param afternoon the open afternoon, if any
 */
public record OfferedDay(ConsultationSite site, List<Equipment> equipment, double distance, LocalDate day,
		@Nullable HalfDaySlot morning, @Nullable HalfDaySlot afternoon) {

	/**
	 * Whether the whole day may be taken at once.
	 * @return false when only one half is open
	 */
	public boolean isWhole() {
		return this.morning != null && this.afternoon != null;
	}

	/**
	 * The halves that are open.
	 * @return one or two, the morning first
	 */
	public List<HalfDaySlot> halves() {
		if (this.morning == null) {
			return (this.afternoon != null) ? List.of(this.afternoon) : List.of();
		}
		return (this.afternoon != null) ? List.of(this.morning, this.afternoon) : List.of(this.morning);
	}

	/**
	 * Where the first of them takes place.
	 * @return the site's address, or its stop's if it travels
	 */
	public Place place() {
		return halves().getFirst().getPlace();
	}

	/**
	 * How much of the day is open.
	 * @return the day, or the half of it that is open
	 */
	public Extent extent() {
		if (this.morning == null) {
			return Extent.AFTERNOON;
		}
		return (this.afternoon != null) ? Extent.DAY : Extent.MORNING;
	}

	/**
	 * The calendar month it would count in.
	 * @return the month of its day
	 */
	public YearMonth getMonth() {
		return YearMonth.from(this.day);
	}

	/**
	 * How long the way takes, about.
	 * @return an estimate from the distance
	 */
	public RoadTime road() {
		return RoadTime.of(this.distance);
	}

	/**
	 * Where and when, without the details.
	 * @return what tells it from the other offers of a doctor
	 */
	public Key key() {
		return new Key(this.site.getId(), this.day);
	}

	/**
	 * A place on a day.
	 *
	 * @param siteId the place
	 * @param day the day
	 */
	public record Key(long siteId, LocalDate day) {

	}

}
