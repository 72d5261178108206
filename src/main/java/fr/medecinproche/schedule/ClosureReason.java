package fr.medecinproche.schedule;

/**
 * Why a site does not receive for a while.
 */
public enum ClosureReason {

	LEAVE, WORKS, STAFF, OTHER

}
