package fr.medecinproche.appointment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom it touches when no doctor comes on a half-day: how many people, and how they can
 * be told. Nobody is named.
 *
 * @param patients the people expected
 * @param byPhone those of them whom no message reaches: the site calls them
 * @param unreachable those nobody can tell beforehand
 * @param digest what tells these numbers from those of a moment later
 */
public record Affected(int patients, int byPhone, int unreachable, String digest) {

	/**
	 * Counts.
	 * @param visits the visits of a half-day that are to come
	 * @return the counts
	 */
	static Affected of(List<Appointment> visits) {
		var reaches = visits.stream().map(Affected::reach).toList();
		return new Affected(visits.size(), (int) reaches.stream().filter(Reach.PHONE::equals).count(),
				(int) reaches.stream().filter(Reach.NOTHING::equals).count(), digestOf(described(visits)));
	}

	/** How many the people of the site must find a way to tell. */
	public int unwritten() {
		return this.byPhone + this.unreachable;
	}

	/** How many are told by message. */
	public int written() {
		return this.patients - unwritten();
	}

	/**
	 * Tells visits and how their patients are told.
	 * @param visits the visits
	 * @return a text that changes with any of it
	 */
	static String described(List<Appointment> visits) {
		return visits.stream().map((visit) -> visit.getId() + reach(visit).name()).collect(Collectors.joining(","));
	}

	/**
	 * Makes a short text of a long one.
	 * @param text any text
	 * @return the same for the same text
	 */
	static String digestOf(String text) {
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private static Reach reach(Appointment visit) {
		var patient = visit.getPatient();
		if (patient == null) {
			return Reach.NOTHING;
		}
		if (patient.isReachableInWriting()) {
			return Reach.WRITING;
		}
		return (patient.phone() != null) ? Reach.PHONE : Reach.NOTHING;
	}

	private enum Reach {

		WRITING, PHONE, NOTHING

	}

}
