package fr.medecinproche.appointment.web;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.territory.MapFrame;

/**
 * A site in its zone.
 *
 * @param frame what the map shows
 * @param zone the outline of the zone
 * @param x where the site is drawn, from the left
 * @param y where it is drawn, from the top
 */
record SiteMap(MapFrame frame, String zone, long x, long y) {

	static SiteMap of(ConsultationSite site, String zone) {
		var frame = MapFrame.around(zone);
		return new SiteMap(frame, zone, frame.x(site.getPosition()), frame.y(site.getPosition()));
	}

}
