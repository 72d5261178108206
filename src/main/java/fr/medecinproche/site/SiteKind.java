package fr.medecinproche.site;

/**
 * What kind of place lends its rooms.
 */
public enum SiteKind {

	MAISON_DE_SANTE, CENTRE_DE_SANTE, CABINET_PRETE, HOPITAL_DE_PROXIMITE, EHPAD, MEDICOBUS, AUTRE

}
