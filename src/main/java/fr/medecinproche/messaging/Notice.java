package fr.medecinproche.messaging;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a letter has to say; its words are the messages {@code messaging.<kind>.subject},
 * {@code .opening}, {@code .action}, {@code .closing}, {@code .sms} and {@code .call},
 * each of which may have several paragraphs and, but for the first two, be missing.
 *
 * @param kind which letter
 * @param arguments what fills its sentences, already in the reader's language
 * @param facts what the reader looks for in it
 * @param link where it leads, or null
 * @param leave where whoever wants no such message again says so, or null; its words are
 * {@code messaging.<kind>.leave}
 */
record Notice(String kind, List<String> arguments, List<Fact> facts, @Nullable String link, @Nullable String leave) {

	Notice {
		arguments = List.copyOf(arguments);
		facts = List.copyOf(facts);
	}

	static Notice of(String kind, String... arguments) {
		return new Notice(kind, List.of(arguments), List.of(), null, null);
	}

	/**
	 * The same notice with one more fact.
	 * @param name the fact is called by the message {@code messaging.fact.<name>}
	 * @param value in the reader's language
	 * @return the notice
	 */
	Notice with(String name, String value) {
		var more = new ArrayList<>(this.facts);
		more.add(new Fact(name, value));
		return new Notice(this.kind, this.arguments, more, this.link, this.leave);
	}

	/**
	 * The same notice with one more argument for its sentences.
	 * @param argument in the reader's language
	 * @return the notice
	 */
	Notice saying(String argument) {
		var more = new ArrayList<>(this.arguments);
		more.add(argument);
		return new Notice(this.kind, more, this.facts, this.link, this.leave);
	}

	/**
	 * The same notice with a link.
	 * @param path a path of the application
	 * @return the notice
	 */
	Notice leadingTo(String path) {
		return new Notice(this.kind, this.arguments, this.facts, path, this.leave);
	}

	/**
	 * The same notice with a way to get no such message again.
	 * @param path a path of the application, which takes such a POST (RFC 8058)
	 * @return the notice
	 */
	Notice leavingBy(String path) {
		return new Notice(this.kind, this.arguments, this.facts, this.link, path);
	}

	/**
	 * Something the reader looks for.
	 *
	 * @param name which
	 * @param value what it is
	 */
	record Fact(String name, String value) {

	}

}
