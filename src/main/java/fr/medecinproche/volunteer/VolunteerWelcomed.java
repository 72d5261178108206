package fr.medecinproche.volunteer;

/**
 * A doctor the agency has known since before is to be asked to come in. Published inside
 * the transaction.
 *
 * @param volunteerId whom
 * @param secret what the link {@code /compte/bienvenue/{secret}} carries; to be written
 * nowhere but in the letter
 */
public record VolunteerWelcomed(long volunteerId, String secret) {

	/** Never the secret: this may end in a log. */
	@Override
	public String toString() {
		return "VolunteerWelcomed[%d]".formatted(this.volunteerId);
	}

}
