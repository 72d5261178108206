package fr.medecinproche.waiting;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.territory.GeoPoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people where they stand. Those who can be told of a time at one of the open sites
 * of somebody's area wait with them, wherever they live. Two queries answer, however many
 * wait.
 */
@Component
@Transactional(readOnly = true)
public class WaitingOrder {

	private final ConsultationSites sites;

	private final JdbcClient jdbc;

	WaitingOrder(ConsultationSites sites, JdbcClient jdbc) {
		this.sites = sites;
		this.jdbc = jdbc;
	}

	/**
	 * Where somebody stands.
	 * @param entry who waits
	 * @return their place, or empty when they wait no more, or when no site of their area
	 * is open
	 */
	public Optional<Place> of(WaitingEntry entry) {
		var home = entry.getPosition();
		if (home == null || !entry.isWaiting()) {
			return Optional.empty();
		}
		var near = sitesNear(home, entry.getWish().radiusKm());
		return near.isEmpty() ? Optional.empty() : Optional.of(place(entry, home, near));
	}

	private List<ConsultationSite> sitesNear(GeoPoint home, double radius) {
		var box = home.boundingBox(radius);
		return this.sites.openIn(box.south(), box.north(), box.west(), box.east())
			.stream()
			.filter((site) -> site.getPosition().distanceTo(home) <= radius)
			.toList();
	}

	private Place place(WaitingEntry entry, GeoPoint home, List<ConsultationSite> near) {
		var box = home.boundingBox(entry.getWish().radiusKm() + WaitingWish.RADII.getLast());
		return this.jdbc.sql("""
				select count(*) filter (where (e.joined_at, e.id) <= (:joinedAt, :id)) as rank, count(*) as waiting
				from waiting_entry e where e.ended_at is null
				and e.latitude between :south and :north and e.longitude between :west and :east
				and exists (select from unnest(cast(:latitudes as float8[]), cast(:longitudes as float8[]))
				as site (latitude, longitude)
				where km_between(e.latitude, e.longitude, site.latitude, site.longitude) <= e.radius_km)""")
			.param("joinedAt", OffsetDateTime.ofInstant(entry.getJoinedAt(), ZoneOffset.UTC))
			.param("id", entry.getId())
			.param("south", box.south())
			.param("north", box.north())
			.param("west", box.west())
			.param("east", box.east())
			.param("latitudes", near.stream().map((site) -> site.getPosition().latitude()).toArray(Double[]::new))
			.param("longitudes", near.stream().map((site) -> site.getPosition().longitude()).toArray(Double[]::new))
			.query(Place.class)
			.single();
	}

	/**
	 * A place in the order.
	 *
	 * @param rank counted from 1
	 * @param waiting how many wait, this person among them
	 */
	public record Place(int rank, int waiting) {
	}

}
