package fr.medecinproche.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.springframework.context.MessageSourceResolvable;

/**
 * One sentence shown once, on the page after a redirect: put it in the flash attribute
 * {@value #ATTRIBUTE} and the layout says it.
 *
 * @param tone how it sounds
 * @param key the key of the sentence in the messages
 * @param arguments what fills the sentence: texts and numbers
 */
public record Flash(Tone tone, String key,
		List<Serializable> arguments) implements MessageSourceResolvable, Serializable {

	/** The name of the flash attribute the layout looks for. */
	public static final String ATTRIBUTE = "flash";

	public Flash {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Says that it is done.
	 * @param key the key of the sentence
	 * @param arguments what fills it
	 * @return the flash to put in the redirect attributes
	 */
	public static Flash success(String key, Serializable... arguments) {
		return new Flash(Tone.SUCCESS, key, List.of(arguments));
	}

	/**
	 * Says that it is done, and what to look out for.
	 * @param key the key of the sentence
	 * @param arguments what fills it
	 * @return the flash to put in the redirect attributes
	 */
	public static Flash warning(String key, Serializable... arguments) {
		return new Flash(Tone.WARNING, key, List.of(arguments));
	}

	/**
	 * Says that it could not be done.
	 * @param key the key of the sentence
	 * @param arguments what fills it
	 * @return the flash to put in the redirect attributes
	 */
	public static Flash error(String key, Serializable... arguments) {
		return new Flash(Tone.ERROR, key, List.of(arguments));
	}

	@Override
	public String[] getCodes() {
		return new String[] { this.key };
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.toArray();
	}

	/**
	 * Says why a rule refused, in the rule's own sentence.
	 * @param refusal a room's refusal, whose arguments are texts and numbers
	 * @return the flash to put in the redirect attributes
	 */
	public static Flash error(MessageSourceResolvable refusal) {
		var codes = Objects.requireNonNull(refusal.getCodes());
		var arguments = (refusal.getArguments() != null) ? refusal.getArguments() : new Object[0];
		return new Flash(Tone.ERROR, codes[0], Arrays.stream(arguments).map(Serializable.class::cast).toList());
	}

	/**
	 * How a flash sounds; the lower-case name is the design system's modifier.
	 */
	public enum Tone {

		SUCCESS, WARNING, ERROR

	}

}
