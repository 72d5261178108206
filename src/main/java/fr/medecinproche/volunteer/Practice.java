package fr.medecinproche.volunteer;

/**
 * How a doctor practises today: in private practice, as a locum, as an employee, retired
 * and working, or otherwise.
 */
public enum Practice {

	LIBERAL_INSTALLE, REMPLACANT, SALARIE, RETRAITE_CUMUL, AUTRE

}
