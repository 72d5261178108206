package fr.medecinproche.appointment;

/**
 * Why a patient cancels, for whoever cares to say: a closed list with nothing medical in
 * it, which outlives the patient's name for the figures.
 */
public enum CancelReason {

	NOT_NEEDED, FOUND_ELSEWHERE, CANNOT_COME

}
