package fr.medecinproche.appointment.web;

import java.util.List;
import java.util.Optional;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.territory.MapFrame;

/**
 * A site in its zone.
 *
 * @param frame what the map shows
 * @param zone the outline of the zone, empty where none is known
 * @param x where the site is drawn, from the left
 * @param y where it is drawn, from the top
 */
record SiteMap(MapFrame frame, String zone, long x, long y) {

	static SiteMap of(ConsultationSite site, Optional<String> zone) {
		var frame = zone.map(MapFrame::around).orElseGet(() -> MapFrame.around(List.of(site.getPosition())));
		return new SiteMap(frame, zone.orElse(""), frame.x(site.getPosition()), frame.y(site.getPosition()));
	}

}
