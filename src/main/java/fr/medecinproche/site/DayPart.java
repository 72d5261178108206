package fr.medecinproche.site;

/**
 * Half of a day, as sites speak of it: when they want nobody, where they stop. The
 * schedule, of which sites know nothing, calls it a period.
 */
public enum DayPart {

	MORNING, AFTERNOON

}
