package fr.medecinproche.territory.zoning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What applying a list does.
 *
 * @param added the zones that begin
 * @param corrected the zones of which something else is known
 * @param ends the zones that end, in so many words or by a complete list's silence
 * @param communes the communes that are brought or change
 */
record ZoneImportPlan(List<ZoneLine> added, List<ZoneLine> corrected, List<RetirementEffects.End> ends,
		List<CommuneLine> communes) {

	/** Whether something of it was meant for a day that is past. */
	boolean comesTooLate(LocalDate today) {
		return Stream
			.concat(this.added.stream().map((line) -> Objects.requireNonNull(line.day())),
					this.ends.stream().map(RetirementEffects.End::day))
			.anyMatch((day) -> day.isBefore(today));
	}

	/** In figures, for the journal. */
	String words() {
		return "+%d ~%d −%d / %d".formatted(this.added.size(), this.corrected.size(), this.ends.size(),
				this.communes.size());
	}

}
