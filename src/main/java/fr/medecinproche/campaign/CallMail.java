package fr.medecinproche.campaign;

import java.util.List;

/**
 * A call as its reader gets it, whole.
 *
 * @param subject one line
 * @param opening paragraphs
 * @param facts what the reader looks for in it
 * @param action what the link is called
 * @param closing paragraphs: why they get it, and what becomes of their address
 * @param leaving what the link is called by which they get no calls any more
 */
public record CallMail(String subject, List<String> opening, List<Fact> facts, String action, List<String> closing,
		String leaving) {

	/**
	 * Something the reader looks for.
	 *
	 * @param name it is called by the message {@code messaging.fact.<name>}
	 * @param value in the reader's language
	 */
	public record Fact(String name, String value) {
	}

}
