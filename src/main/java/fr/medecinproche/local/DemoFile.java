package fr.medecinproche.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an invented file has come to where it stands: the steps of its way with days that
 * look like life, and who said so.
 *
 * @param steps the steps, the first one first
 */
record DemoFile(List<Step> steps) {

	private static final List<Integer> DAYS = List.of(0, 3, 11, 21, 2);

	private static final int OTHER_DAYS = 9;

	/**
	 * Makes a history.
	 * @param status where the file stands
	 * @param last the day of its last step
	 * @return the file
	 */
	static DemoFile endingAt(FileStatus status, LocalDate last) {
		var way = way(status);
		var steps = new ArrayList<Step>();
		var day = last;
		for (int at = way.size() - 1; at >= 0; at--) {
			var to = way.get(at);
			steps.addFirst(new Step(to, day, to == FileStatus.SUBMITTED || to == FileStatus.WITHDRAWN, note(to)));
			int path = FileStatus.PATH.indexOf(to);
			day = day.minusDays((path >= 0) ? DAYS.get(path) : OTHER_DAYS);
		}
		return new DemoFile(steps);
	}

	private static List<FileStatus> way(FileStatus status) {
		int end = FileStatus.PATH.indexOf(status);
		if (end >= 0) {
			return FileStatus.PATH.subList(0, end + 1);
		}
		var way = new ArrayList<>((status == FileStatus.SUSPENDED) ? FileStatus.PATH : List.of(FileStatus.SUBMITTED));
		way.add(status);
		return way;
	}

	private static @Nullable String note(FileStatus status) {
		return switch (status) {
			case SENT_BACK ->
				"Votre numéro RPPS est celui d’un autre médecin dans l’annuaire. Vérifiez-le sur votre carte.";
			case REFUSED -> "Votre numéro RPPS ne figure pas encore dans l’annuaire santé. Revenez quand il y sera.";
			case SUSPENDED -> "À votre demande, le temps de votre congé.";
			default -> null;
		};
	}

	Step last() {
		return this.steps.getLast();
	}

	/**
	 * One step.
	 *
	 * @param to where the file went
	 * @param on when
	 * @param byDoctor whether the doctor said so, rather than an agent
	 * @param note what the doctor reads, or null
	 */
	record Step(FileStatus to, LocalDate on, boolean byDoctor, @Nullable String note) {
	}

}
