package fr.medecinproche.insight;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers which figures left the building.
 */
@Service
public class ReportExports {

	private final Journal journal;

	ReportExports(Journal journal) {
		this.journal = journal;
	}

	/**
	 * Notes that whoever is signed in took a file away.
	 * @param file its name, "rapport-zones.xlsx"
	 * @param label what it is about, in words
	 * @param scope the zones in it
	 */
	@Transactional
	public void note(String file, String label, ReportScope scope) {
		var code = scope.code();
		var departement = (code != null && !code.startsWith("R")) ? code : null;
		this.journal.note(new Act("report.exported", "report:" + file, label, departement));
	}

}
