package fr.medecinproche.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What became of the times held for the patient of a visit that was called off.
 *
 * @param held those still held for them, by time; none once one is booked
 * @param taken the one they have booked, or null
 */
public record Proposals(List<Appointment> held, @Nullable Appointment taken) {

	/**
	 * Tells what became of them.
	 * @param proposed all the times proposed for one visit, by time
	 * @param now the present
	 * @return what is left of them
	 */
	static Proposals of(List<Appointment> proposed, Instant now) {
		return new Proposals(proposed.stream().filter((time) -> time.isHeldAt(now)).toList(),
				proposed.stream().filter(Appointment::isBooked).findFirst().orElse(null));
	}

	/**
	 * Until when all that is held is held.
	 * @return null when nothing is
	 */
	public @Nullable Instant heldUntil() {
		return this.held.stream()
			.map(Appointment::getHeldUntil)
			.filter(Objects::nonNull)
			.min(Instant::compareTo)
			.orElse(null);
	}

}
