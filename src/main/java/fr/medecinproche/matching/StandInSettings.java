package fr.medecinproche.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;

import fr.medecinproche.schedule.HalfDay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a stand-in is looked for.
 *
 * @param lasts how long at most
 * @param closesBefore how long before the half-day it ends at the latest, so that its
 * patients can still be told
 * @param shortest the least that leaves doctors the time to answer
 * @param wave how many doctors are invited at a time
 * @param every how long before the next ones are
 * @param withinKm how far from the site doctors are invited
 * @param kept how long it is remembered who was invited, for the agency to answer
 * questions about it
 */
@ConfigurationProperties("medecin-proche.stand-in")
public record StandInSettings(@DefaultValue("3d") Duration lasts, @DefaultValue("18h") Duration closesBefore,
		@DefaultValue("2h") Duration shortest, @DefaultValue("3") int wave, @DefaultValue("6h") Duration every,
		@DefaultValue("150") int withinKm, @DefaultValue("6m") Period kept) {

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final LocalTime EVENING = LocalTime.of(20, 0);

	/**
	 * When a search that begins now ends. Patients may be told of it then, so it is not
	 * at night.
	 * @param now the present
	 * @param begins the first minute of the half-day
	 * @return empty when it is too near
	 */
	Optional<Instant> deadline(Instant now, Instant begins) {
		var latest = begins.minus(this.closesBefore);
		var longest = now.plus(this.lasts);
		return Optional.of(byDay(longest.isBefore(latest) ? longest : latest))
			.filter((end) -> !end.isBefore(now.plus(this.shortest)));
	}

	private static Instant byDay(Instant end) {
		var local = end.atZone(HalfDay.ZONE);
		var evening = local.with(EVENING);
		if (local.toLocalTime().isBefore(MORNING)) {
			return evening.minusDays(1).toInstant();
		}
		return local.isAfter(evening) ? evening.toInstant() : end;
	}

}
