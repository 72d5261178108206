package fr.medecinproche.matching;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.Affected;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.volunteer.Volunteer;

/**
 * Whom it touches when the agency closes half-days, before it does.
 *
 * @param halfDays each half-day that would be closed, by day
 */
public record ClosingPlan(List<Line> halfDays) {

	public ClosingPlan {
		halfDays = List.copyOf(halfDays);
	}

	/**
	 * A half-day and its patients.
	 *
	 * @param slot the half-day, its site and doctor loaded
	 * @param affected the people expected
	 */
	public record Line(HalfDaySlot slot, Affected affected) {

		String described() {
			var doctor = this.slot.getVolunteer();
			return this.slot.getId() + ":" + this.slot.getStatus() + ":" + ((doctor != null) ? doctor.getId() : "")
					+ ":" + this.affected.digest();
		}

	}

	public int count() {
		return this.halfDays.size();
	}

	/** How many of them a doctor has taken. */
	public int taken() {
		return (int) this.halfDays.stream().filter((line) -> line.slot().getStatus() == SlotStatus.TAKEN).count();
	}

	/** The doctors who are told, each once: "Dr Anne Abadie". */
	public List<String> doctors() {
		return this.halfDays.stream()
			.map((line) -> line.slot().getVolunteer())
			.filter((doctor) -> doctor != null)
			.map(Volunteer::getTitle)
			.distinct()
			.toList();
	}

	/** The people expected on all of them, and how they can be told. */
	public Affected affected() {
		return new Affected(sum(Affected::patients), sum(Affected::byPhone), sum(Affected::unreachable), digest());
	}

	private int sum(ToIntFunction<Affected> count) {
		return this.halfDays.stream().map(Line::affected).mapToInt(count).sum();
	}

	/** The half-days' identifiers, in order. */
	public List<Long> ids() {
		return this.halfDays.stream().map((line) -> line.slot().getId()).sorted().toList();
	}

	/**
	 * What tells this plan from that of a moment later.
	 * @return a short text, the same for the same plan
	 */
	public String digest() {
		var text = this.halfDays.stream().map(Line::described).collect(Collectors.joining(";"));
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
