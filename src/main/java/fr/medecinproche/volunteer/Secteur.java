package fr.medecinproche.volunteer;

/**
 * The agreement with the health insurance that sets a doctor's fees. Under the scheme all
 * apply the fees of secteur 1.
 */
public enum Secteur {

	SECTEUR_1, SECTEUR_2, SECTEUR_2_OPTAM, NON_CONVENTIONNE, SANS_OBJET

}
