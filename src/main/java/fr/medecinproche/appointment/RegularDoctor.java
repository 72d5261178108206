package fr.medecinproche.appointment;

/**
 * Whether the patient has a « médecin traitant »: declared, never checked.
 */
public enum RegularDoctor {

	YES, NO, UNREACHABLE

}
