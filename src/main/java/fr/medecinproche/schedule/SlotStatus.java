package fr.medecinproche.schedule;

/**
 * Where a half-day stands: waiting for a doctor, taken by one, or withdrawn by the
 * agency.
 */
public enum SlotStatus {

	OPEN, TAKEN, CLOSED

}
