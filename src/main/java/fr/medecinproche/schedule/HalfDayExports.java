package fr.medecinproche.schedule;

import java.time.YearMonth;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers which lists of half-days, with the names of doctors, left the building.
 */
@Service
public class HalfDayExports {

	private final Journal journal;

	HalfDayExports(Journal journal) {
		this.journal = journal;
	}

	/**
	 * Notes that whoever is signed in took a list away.
	 * @param month of which half-days
	 * @param perimeter what they see, null for everything
	 */
	@Transactional
	public void note(YearMonth month, @Nullable String perimeter) {
		var departement = (perimeter != null && !perimeter.startsWith("R")) ? perimeter : null;
		this.journal.note(new Act("halfDay.exported", "half-days:" + month, month.toString(), departement));
	}

}
