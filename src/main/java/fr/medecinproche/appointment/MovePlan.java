package fr.medecinproche.appointment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;

/**
 * What would become of the patients of a half-day if they were moved to another one.
 *
 * @param target where they would go, its site and doctor loaded
 * @param moves who would have which time, in the order of the times they have now
 * @param left whose visit would be called off: there is no time for them
 */
public record MovePlan(HalfDaySlot target, List<Move> moves, List<Appointment> left) {

	public MovePlan {
		moves = List.copyOf(moves);
		left = List.copyOf(left);
	}

	public int patients() {
		return this.moves.size() + this.left.size();
	}

	/** Those who are moved, with how they can be told. */
	public Affected moved() {
		return Affected.of(this.moves.stream().map(Move::visit).toList());
	}

	/** All of them, with how they can be told. */
	public Affected everybody() {
		return Affected.of(Stream.concat(this.moves.stream().map(Move::visit), this.left.stream()).toList());
	}

	/**
	 * What tells this plan from that of a moment later.
	 * @return a short text, the same for the same plan
	 */
	public String digest() {
		return Affected.digestOf(this.target.getId() + ";" + moved().digest() + ";"
				+ this.moves.stream().map((move) -> move.to().startsAt().toString()).collect(Collectors.joining(","))
				+ ";" + Affected.described(this.left));
	}

	/**
	 * A visit and its new time.
	 *
	 * @param visit as it is
	 * @param to when it would be
	 */
	public record Move(Appointment visit, ConsultationTime to) {

	}

}
