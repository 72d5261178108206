package fr.medecinproche.appointment;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a time: it decides which kept times they see.
 *
 * @param channel through whom
 * @param regularDoctor whether they have a « médecin traitant », as they say; null as
 * long as they were not asked
 */
public record Asker(Channel channel, @Nullable RegularDoctor regularDoctor) {

	/**
	 * Somebody who was not asked yet.
	 * @param channel through whom
	 * @return the asker
	 */
	public static Asker by(Channel channel) {
		return new Asker(channel, null);
	}

	/**
	 * Whether a time kept for some may be theirs. On the phone, whoever answers sees the
	 * priority times before they have asked; the booking itself checks the answer.
	 * @param kept for whom the time is kept
	 * @return true when they are among them
	 */
	public boolean mayHave(KeptFor kept) {
		boolean online = this.channel == Channel.WEB || this.channel == Channel.WAITING_LIST;
		return switch (kept) {
			case PRIORITY -> (this.regularDoctor != null) ? this.regularDoctor != RegularDoctor.YES : !online;
			case PHONE -> !online;
			case REGULATION -> this.channel == Channel.REGULATOR || this.channel == Channel.VOLUNTEER;
		};
	}

}
