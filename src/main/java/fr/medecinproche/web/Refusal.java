package fr.medecinproche.web;

import java.util.Locale;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A rule that says no. Each room has one such exception, whose reasons are an enum; the
 * reason is also the key of the sentence people read: {@code <room>.refusal.<REASON>}.
 * What no controller catches becomes a page that says it.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public abstract class Refusal extends RuntimeException implements MessageSourceResolvable {

	private final String code;

	/**
	 * Says no.
	 * @param room whose rule it is
	 * @param reason why
	 */
	protected Refusal(String room, Enum<?> reason) {
		super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		this.code = room + ".refusal." + reason.name();
	}

	@Override
	public final String[] getCodes() {
		return new String[] { this.code };
	}

}
