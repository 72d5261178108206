package fr.medecinproche.volunteer;

import java.io.Serializable;
import java.util.List;

import org.springframework.context.MessageSourceResolvable;

/**
 * Something that waits for a doctor, told on their home page with a link to where it is
 * dealt with.
 *
 * @param key the key of the sentence in the messages
 * @param arguments what fills the sentence: texts and numbers
 * @param link the path of the page, such as "/medecin/indemnites"
 * @param linkKey the key of the link's words in the messages
 */
public record DoctorNotice(String key, List<Serializable> arguments, String link,
		String linkKey) implements MessageSourceResolvable {

	public DoctorNotice {
		arguments = List.copyOf(arguments);
	}

	@Override
	public String[] getCodes() {
		return new String[] { this.key };
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.toArray();
	}

}
