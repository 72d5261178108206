package fr.medecinproche.volunteer;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * When a doctor can usually come, and from how far. It orders what they are offered and
 * forbids nothing.
 *
 * @param maxDistanceKm how far at most, as the crow flies; null for any distance
 * @param mornings the weekdays whose mornings suit
 * @param afternoons the weekdays whose afternoons suit; with no morning either, every day
 * suits
 */
@Embeddable
public record Availability(@Column(name = "max_distance_km") @Nullable Integer maxDistanceKm,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<DayOfWeek> mornings,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<DayOfWeek> afternoons) {

	/** Whoever has said nothing. */
	public static final Availability ANY = new Availability(null, Set.of(), Set.of());

	/** The distances a doctor chooses from, in kilometres as the crow flies. */
	public static final List<Integer> DISTANCES = List.of(30, 60, 100, 150);

	public Availability {
		mornings = Set.copyOf(mornings);
		afternoons = Set.copyOf(afternoons);
	}

	/**
	 * Whether some days suit better than others.
	 * @return false when every day suits
	 */
	public boolean prefersDays() {
		return !this.mornings.isEmpty() || !this.afternoons.isEmpty();
	}

	/**
	 * Whether a half of a weekday suits.
	 * @param weekday a day of the week
	 * @param morning its morning, or else its afternoon
	 * @return true when it was ticked, or nothing was
	 */
	public boolean suits(DayOfWeek weekday, boolean morning) {
		return !prefersDays() || (morning ? this.mornings : this.afternoons).contains(weekday);
	}

	/**
	 * The weekdays of which at least a half suits.
	 * @return all seven when nothing was ticked
	 */
	public Set<DayOfWeek> weekdays() {
		return prefersDays() ? Stream.concat(this.mornings.stream(), this.afternoons.stream())
			.collect(Collectors.toUnmodifiableSet()) : Set.of(DayOfWeek.values());
	}

	/**
	 * Whether the doctor goes that far.
	 * @param km kilometres as the crow flies
	 * @return true when it is within the distance, or none was said
	 */
	public boolean reaches(double km) {
		return this.maxDistanceKm == null || km <= this.maxDistanceKm;
	}

}
