package fr.medecinproche.schedule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the half-days of a site that says it does not receive for a while.
 *
 * @param free those nobody has taken: they are closed
 * @param taken those of doctors: they stay until the agency decides
 */
public record DeclaredEffect(List<HalfDaySlot> free, List<HalfDaySlot> taken) {

	public DeclaredEffect {
		free = List.copyOf(free);
		taken = List.copyOf(taken);
	}

	static DeclaredEffect of(List<HalfDaySlot> coming) {
		var byTaken = coming.stream()
			.filter((slot) -> slot.getStatus() != SlotStatus.CLOSED)
			.collect(Collectors.partitioningBy((slot) -> slot.getStatus() == SlotStatus.TAKEN));
		return new DeclaredEffect(byTaken.get(false), byTaken.get(true));
	}

	List<Long> freeIds() {
		return this.free.stream().map(HalfDaySlot::getId).sorted().toList();
	}

	/**
	 * What tells this effect from that of a moment later.
	 * @return a short text, the same for the same half-days
	 */
	public String digest() {
		var text = Stream.concat(this.free.stream(), this.taken.stream())
			.map((slot) -> slot.getId() + ":" + slot.getStatus())
			.sorted()
			.collect(Collectors.joining(","));
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
