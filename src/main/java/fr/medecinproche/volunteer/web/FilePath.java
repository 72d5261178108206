package fr.medecinproche.volunteer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.FileStep;
import org.jspecify.annotations.Nullable;

/**
 * The way of a file as a list: what is done and when, what comes now, what comes later.
 *
 * @param milestones in the order of the way; those a file that has ended never reached
 * are left out
 */
record FilePath(List<Milestone> milestones) {

	/**
	 * Reads the way from the history.
	 * @param steps the history, at least the application
	 * @return the way
	 */
	static FilePath of(List<FileStep> steps) {
		var days = new EnumMap<FileStatus, LocalDate>(FileStatus.class);
		steps.forEach((step) -> follow(step, days));
		var last = steps.getLast().getTo();
		boolean ended = last == FileStatus.WITHDRAWN || last == FileStatus.REFUSED;
		var milestones = new ArrayList<Milestone>();
		boolean awaited = true;
		for (var status : FileStatus.PATH) {
			var day = days.get(status);
			if (day != null) {
				milestones.add(new Milestone(status, State.DONE, day));
			}
			else if (days.keySet().stream().anyMatch((reached) -> reached.compareTo(status) > 0)) {
				milestones.add(new Milestone(status, State.UNKNOWN, null));
			}
			else if (!ended) {
				milestones.add(new Milestone(status, awaited ? State.NOW : State.LATER, null));
				awaited = false;
			}
		}
		return new FilePath(milestones);
	}

	/** A step back takes what came later away; what is beside the way changes nothing. */
	private static void follow(FileStep step, Map<FileStatus, LocalDate> days) {
		var to = step.getTo();
		if (FileStatus.PATH.contains(to) && step.getFrom() != FileStatus.SUSPENDED) {
			boolean back = to == FileStatus.SUBMITTED || days.containsKey(to);
			days.keySet().removeIf((reached) -> reached.compareTo(to) > 0);
			if (!back || !days.containsKey(to)) {
				days.put(to, step.getHappenedOn());
			}
		}
	}

	/**
	 * Somewhere on the way.
	 *
	 * @param status the status reached there
	 * @param state whether it is reached
	 * @param on when, if that is known
	 */
	record Milestone(FileStatus status, State state, @Nullable LocalDate on) {

	}

	/**
	 * Whether a milestone is reached. Unknown: passed before steps were followed.
	 */
	enum State {

		DONE, UNKNOWN, NOW, LATER

	}

}
