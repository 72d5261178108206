package fr.medecinproche.volunteer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where a volunteer's file stands, where it may go from there, and who must act. The path
 * is the one doctors really walk: the agency looks, the "conseil départemental de
 * l'Ordre" checks and adds the activity, the CPAM gives a billing number, the agency
 * opens the choice of half-days. The database holds the same table of moves.
 */
public enum FileStatus {

	/** The agency looks at it. */
	SUBMITTED(Party.AGENCY),
	/** The agency asked the doctor to put something right. */
	SENT_BACK(Party.DOCTOR),
	/** The Ordre was asked. */
	ORDRE_CHECK(Party.ORDRE),
	/** The Ordre has added the activity; the CPAM gives a number. */
	ACTIVITY_DECLARED(Party.CPAM),
	/** The number is there; the agency checks and completes. */
	CPAM_NUMBER_GIVEN(Party.AGENCY),
	/** Half-days may be taken. */
	ACTIVE(Party.NOBODY),
	/** Paused by the agency, for as long as it takes. */
	SUSPENDED(Party.NOBODY),
	/** Ended by the doctor, or by the agency. */
	WITHDRAWN(Party.NOBODY),
	/** Ended by the agency before it was ever active. */
	REFUSED(Party.NOBODY);

	/** The way of a file that meets no obstacle. */
	public static final List<FileStatus> PATH = List.of(SUBMITTED, ORDRE_CHECK, ACTIVITY_DECLARED, CPAM_NUMBER_GIVEN,
			ACTIVE);

	private final Party whoActs;

	FileStatus(Party whoActs) {
		this.whoActs = whoActs;
	}

	/**
	 * Who must do something before the file moves on.
	 * @return somebody, or {@link Party#NOBODY} where nothing is waited for
	 */
	public Party whoActs() {
		return this.whoActs;
	}

	/**
	 * Where a file may go from here, whoever moves it.
	 * @return the statuses that may come next
	 */
	public Set<FileStatus> next() {
		return switch (this) {
			case SUBMITTED -> Set.of(ORDRE_CHECK, SENT_BACK, REFUSED, WITHDRAWN);
			case SENT_BACK -> Set.of(SUBMITTED, REFUSED, WITHDRAWN);
			case ORDRE_CHECK -> Set.of(ACTIVITY_DECLARED, SUBMITTED, SENT_BACK, REFUSED, WITHDRAWN);
			case ACTIVITY_DECLARED -> Set.of(CPAM_NUMBER_GIVEN, ORDRE_CHECK, SENT_BACK, REFUSED, WITHDRAWN);
			case CPAM_NUMBER_GIVEN -> Set.of(ACTIVE, ACTIVITY_DECLARED, SENT_BACK, REFUSED, WITHDRAWN);
			case ACTIVE -> Set.of(SUSPENDED, WITHDRAWN);
			case SUSPENDED -> Set.of(ACTIVE, WITHDRAWN);
			case WITHDRAWN, REFUSED -> Set.of(SUBMITTED);
		};
	}

	/**
	 * Whether somebody may move a file from here. The agency makes every move; doctors
	 * report what the Ordre and the CPAM have done, answer, leave and come back; the
	 * system only ends.
	 * @param next where to
	 * @param author who
	 * @return whether it is allowed
	 */
	public boolean mayBecome(FileStatus next, FileAuthor.Kind author) {
		return next().contains(next) && switch (author) {
			case AGENT -> true;
			case DOCTOR -> next == WITHDRAWN || this == SENT_BACK && next == SUBMITTED || this == WITHDRAWN
					|| declarable() == next;
			case SYSTEM -> next == WITHDRAWN;
		};
	}

	/**
	 * What a doctor may report from here: « l'Ordre a enregistré mon activité », « j'ai
	 * reçu mon numéro ».
	 * @return the step, or this very status when there is nothing to report
	 */
	public FileStatus declarable() {
		return switch (this) {
			case ORDRE_CHECK -> ACTIVITY_DECLARED;
			case ACTIVITY_DECLARED -> CPAM_NUMBER_GIVEN;
			default -> this;
		};
	}

	/**
	 * Whether a move must be explained: the doctor reads why.
	 * @param next where to
	 * @param author who moves the file
	 * @return true for what holds the file up, ends it or takes a step back
	 */
	public boolean mustExplain(FileStatus next, FileAuthor.Kind author) {
		return switch (next) {
			case SENT_BACK, REFUSED, SUSPENDED -> true;
			case WITHDRAWN -> author == FileAuthor.Kind.AGENT;
			default -> stepBack() == next;
		};
	}

	/**
	 * The step before this one, for an agent who recorded one too many.
	 * @return the step, or this very status when there is none to go back to
	 */
	public FileStatus stepBack() {
		return switch (this) {
			case ORDRE_CHECK, ACTIVITY_DECLARED, CPAM_NUMBER_GIVEN -> PATH.get(PATH.indexOf(this) - 1);
			default -> this;
		};
	}

	/**
	 * What is left of the way.
	 * @return the steps after this one, empty where the file is not on its way
	 */
	public List<FileStatus> ahead() {
		int here = PATH.indexOf(this);
		return (here >= 0) ? PATH.subList(here + 1, PATH.size()) : List.of();
	}

	/**
	 * Whether the doctor may do something for their file to move on: answer, or ask the
	 * Ordre or the CPAM.
	 * @return false where only the agency acts, or nothing is waited for
	 */
	public boolean isUpToDoctor() {
		return switch (this.whoActs) {
			case DOCTOR, ORDRE, CPAM -> true;
			case AGENCY, NOBODY -> false;
		};
	}

	/**
	 * Whether the doctor has never taken part yet and still may.
	 * @return true between the application and the first half-day
	 */
	public boolean isPending() {
		return this == SENT_BACK || (this != ACTIVE && PATH.contains(this));
	}

	/**
	 * The statuses in which somebody must act.
	 * @param party who
	 * @return the statuses, in the order of the path
	 */
	public static List<FileStatus> awaiting(Party party) {
		return Arrays.stream(values()).filter((status) -> status.whoActs == party).toList();
	}

	/**
	 * Who moves a file on. The Ordre and the CPAM act outside the application.
	 */
	public enum Party {

		AGENCY, DOCTOR, ORDRE, CPAM, NOBODY

	}

}
