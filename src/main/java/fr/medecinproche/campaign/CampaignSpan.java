package fr.medecinproche.campaign;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * When doctors are missing.
 *
 * @param firstDay the first day
 * @param lastDay the last day
 */
@Embeddable
public record CampaignSpan(@Column(updatable = false) LocalDate firstDay,
		@Column(updatable = false) LocalDate lastDay) {

	/** The longest time one call is for. */
	public static final int LONGEST_DAYS = 366;

	public CampaignSpan {
		if (lastDay.isBefore(firstDay) || lastDay.isAfter(firstDay.plusDays(LONGEST_DAYS))) {
			throw new IllegalArgumentException("a call is for a day to " + LONGEST_DAYS);
		}
	}

	/**
	 * Whether nothing of it is to come.
	 * @param today the present day
	 * @return false on its last day
	 */
	public boolean isOver(LocalDate today) {
		return this.lastDay.isBefore(today);
	}

}
