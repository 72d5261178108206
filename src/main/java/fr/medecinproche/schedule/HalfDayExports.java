package fr.medecinproche.schedule;

import java.time.YearMonth;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;

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
	 * Notes that an agent took a list away.
	 * @param month of which half-days
	 * @param agent who took it
	 */
	@Transactional
	public void note(YearMonth month, SignedIn agent) {
		this.journal.note(new Act("halfDay.exported", "half-days:" + month, month.toString(), agent.departement()));
	}

}
