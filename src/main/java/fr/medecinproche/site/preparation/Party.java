package fr.medecinproche.site.preparation;

/**
 * Who has to do something about a site: the agency, the people of the place, or the
 * commune.
 */
public enum Party {

	AGENCY, SITE, COMMUNE

}
