package fr.medecinproche.volunteer.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.volunteer.FileAuthor.Kind;
import fr.medecinproche.volunteer.FileStatus;

/**
 * What an agent decides on a file beside its way. The name in small letters is the noun
 * of its address.
 */
enum FileDecision {

	/** Asks the doctor to put something right. */
	CORRECTION,
	/** Notes what the doctor answered by phone. */
	REPONSE,
	/** Takes back a step recorded by mistake. */
	RETOUR,
	/** Refuses the file. */
	REFUS,
	/** Pauses the doctor. */
	SUSPENSION,
	/** Ends the pause. */
	REPRISE,
	/** Ends the file of a doctor who took part or still might. */
	RETRAIT,
	/** Looks again at a file that has ended. */
	REOUVERTURE;

	static Optional<FileDecision> of(String noun) {
		return Arrays.stream(values()).filter((decision) -> decision.noun().equals(noun)).findFirst();
	}

	static List<FileDecision> possible(FileStatus from) {
		return Arrays.stream(values()).filter((decision) -> decision.isPossible(from)).toList();
	}

	public String noun() {
		return name().toLowerCase(Locale.ROOT);
	}

	FileStatus target(FileStatus from) {
		return switch (this) {
			case CORRECTION -> FileStatus.SENT_BACK;
			case REPONSE, REOUVERTURE -> FileStatus.SUBMITTED;
			case RETOUR -> from.stepBack();
			case REFUS -> FileStatus.REFUSED;
			case SUSPENSION -> FileStatus.SUSPENDED;
			case REPRISE -> FileStatus.ACTIVE;
			case RETRAIT -> FileStatus.WITHDRAWN;
		};
	}

	boolean isPossible(FileStatus from) {
		return from.mayBecome(target(from), Kind.AGENT) && switch (this) {
			case REPONSE -> from == FileStatus.SENT_BACK;
			case REPRISE -> from == FileStatus.SUSPENDED;
			case REOUVERTURE -> from == FileStatus.WITHDRAWN || from == FileStatus.REFUSED;
			default -> true;
		};
	}

	/** Whether the doctor must read why. */
	boolean isExplained(FileStatus from) {
		return from.mustExplain(target(from), Kind.AGENT);
	}

}
