package fr.medecinproche.volunteer;

/**
 * Where a volunteer's file stands. Only an active one takes half-days.
 */
public enum FileStatus {

	SUBMITTED, ACTIVE, REFUSED, SUSPENDED, WITHDRAWN

}
