package fr.medecinproche.site;

import java.util.Locale;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A change to a site that cannot be made. The reason is also the key of the sentence the
 * user reads: {@code site.refusal.<REASON>}.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class SiteRefusedException extends RuntimeException implements MessageSourceResolvable {

	private final Reason reason;

	public SiteRefusedException(Reason reason) {
		super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "site.refusal." + this.reason };
	}

	/**
	 * Why the site refused.
	 */
	public enum Reason {

		/** Its commune belongs to no priority intercommunalité. */
		OUTSIDE_PRIORITY_ZONE,
		/** A closed site does not open again. */
		CLOSED_FOR_GOOD,
		/** Only an open site is suspended. */
		NOT_OPEN,
		/** Hours that overlap or end before they begin. */
		HOURS_OUT_OF_ORDER,
		/** Somebody else changed the site meanwhile. */
		CHANGED_MEANWHILE

	}

}
