package fr.medecinproche.site;

/**
 * Where a site stands: being prepared, receiving, paused for a while, or closed for good.
 */
public enum SiteStatus {

	PREPARING, OPEN, SUSPENDED, CLOSED

}
