package fr.medecinproche.appointment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

/**
 * What would become of the patients of several half-days that close together.
 *
 * @param halfDays those with patients, by day
 */
public record MovesOfSeveral(List<OfOne> halfDays) {

	/** Chosen instead of a half-day: the visits are called off. */
	public static final long NOWHERE = 0;

	public MovesOfSeveral {
		halfDays = List.copyOf(halfDays);
	}

	/**
	 * One of the half-days.
	 *
	 * @param from the half-day they leave, its site and doctor loaded
	 * @param plan where they go and at what time; null when all visits are called off
	 * @param options where they could go, the best first
	 * @param affected the people expected
	 */
	public record OfOne(HalfDaySlot from, @Nullable MovePlan plan, List<MovePlan> options, Affected affected) {

		public OfOne {
			options = List.copyOf(options);
		}

		/** How many patients have another time. */
		public int moved() {
			return (this.plan != null) ? this.plan.moves().size() : 0;
		}

		/** How many visits are called off. */
		public int left() {
			return this.affected.patients() - moved();
		}

		/** Whether they go to another place. */
		public boolean isElsewhere() {
			return this.plan != null && isElsewhere(this.plan);
		}

		/** The same of one of the options. */
		public boolean isElsewhere(MovePlan option) {
			return !option.target().isAtSamePlaceAs(this.from);
		}

		/** The half-day they go to, or {@link #NOWHERE}. */
		public long target() {
			return (this.plan != null) ? this.plan.target().getId() : NOWHERE;
		}

		private String described() {
			return this.from.getId() + ">" + ((this.plan != null) ? this.plan.digest() : "") + this.affected.digest();
		}

	}

	/** How many patients have another time, in all. */
	public int moved() {
		return this.halfDays.stream().mapToInt(OfOne::moved).sum();
	}

	/** How many visits are called off, in all. */
	public int left() {
		return this.halfDays.stream().mapToInt(OfOne::left).sum();
	}

	/** Where the patients of each half-day go. */
	public Map<Long, Long> targets() {
		return this.halfDays.stream().collect(Collectors.toMap((each) -> each.from().getId(), OfOne::target));
	}

	/** The plans there are, in order. */
	List<MovePlan> plans() {
		return this.halfDays.stream()
			.map((each) -> Optional.ofNullable(each.plan()))
			.flatMap(Optional::stream)
			.map(Objects::requireNonNull)
			.toList();
	}

	/**
	 * What tells this from that of a moment later.
	 * @return a short text, the same for the same moves
	 */
	public String digest() {
		return Affected.digestOf(this.halfDays.stream().map(OfOne::described).collect(Collectors.joining(";")));
	}

}
