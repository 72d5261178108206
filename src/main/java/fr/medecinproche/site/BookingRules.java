package fr.medecinproche.site;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;

/**
 * What an agent decides of the bookings at a site. Of each doctor's half-day some times
 * are kept for those who need them most, until so many hours before it begins; then they
 * are everybody's.
 *
 * @param keptForPriority how many times wait for people without a « médecin traitant »
 * @param priorityHours until how many hours before the half-day
 * @param keptForPhone how many times are given on the phone, by the site
 * @param phoneHours until how many hours before the half-day
 * @param keptForRegulation how many times are given by the regulators of the SAS
 * @param regulationHours until how many hours before the half-day
 * @param changeUntilMinutes how long before a visit its patient may still cancel or move
 * it without calling
 */
@Embeddable
public record BookingRules(short keptForPriority, short priorityHours, short keptForPhone, short phoneHours,
		short keptForRegulation, short regulationHours, short changeUntilMinutes) {

	/** Two times, one and one, until 48 and 24 hours before; changes until two hours. */
	public static final BookingRules USUAL = new BookingRules((short) 2, (short) 48, (short) 1, (short) 24, (short) 1,
			(short) 24, (short) 120);

	/** Nothing is kept for anybody. */
	public static final BookingRules NOTHING_KEPT = new BookingRules((short) 0, (short) 48, (short) 0, (short) 24,
			(short) 0, (short) 24, (short) 120);

	/**
	 * When times that were kept are everybody's.
	 * @param begins when the half-day begins
	 * @return the instants, in no particular order
	 */
	public Stream<Instant> openings(Instant begins) {
		return Stream.of(this.priorityHours, this.phoneHours, this.regulationHours)
			.map((hours) -> begins.minus(Duration.ofHours(hours)));
	}

	/**
	 * How long before a visit its patient may still change it without calling.
	 * @return two hours unless an agent decided otherwise
	 */
	public Duration changeUntil() {
		return Duration.ofMinutes(this.changeUntilMinutes);
	}

}
