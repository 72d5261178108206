package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.OpeningPattern.Place;

/**
 * What a pattern would open, before anything is saved.
 *
 * @param toOpen places that would be opened, or opened again after a closing
 * @param taken places that exist already, and are skipped
 * @param past places that have begun, and are skipped
 * @param holidays public holidays left out
 */
public record OpeningPreview(List<Place> toOpen, List<Place> taken, List<Place> past, List<LocalDate> holidays) {

	public int count() {
		return this.toOpen.size();
	}

}
