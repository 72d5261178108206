package fr.medecinproche.appointment;

/**
 * Whether patients prove that messages reach them before a time is theirs.
 */
public interface ContactCheckPolicy {

	/**
	 * Whether they are sent six digits to type.
	 * @return false when their word is enough
	 */
	boolean byCode();

}
