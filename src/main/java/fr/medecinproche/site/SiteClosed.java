package fr.medecinproche.site;

/**
 * A site closed for good: nobody consults there any more.
 *
 * @param siteId the site
 */
public record SiteClosed(long siteId) {

}
