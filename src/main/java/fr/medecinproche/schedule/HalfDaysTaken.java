package fr.medecinproche.schedule;

import java.util.List;

/**
 * A volunteer took half-days in one step. It is told once, before each of them is told by
 * {@link HalfDayTaken}, for whoever must lock something for all of them in one order.
 *
 * @param slotIds the half-days
 * @param volunteerId who comes
 */
public record HalfDaysTaken(List<Long> slotIds, long volunteerId) {

	public HalfDaysTaken {
		slotIds = List.copyOf(slotIds);
	}

}
