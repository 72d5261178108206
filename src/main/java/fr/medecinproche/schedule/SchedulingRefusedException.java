package fr.medecinproche.schedule;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

import fr.medecinproche.web.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A half-day that cannot be opened, taken or given back. The reason is also the key of
 * the sentence the user reads: {@code schedule.refusal.<REASON>}.
 */
public class SchedulingRefusedException extends Refusal {

	private final Reason reason;

	private final @Nullable YearMonth month;

	public SchedulingRefusedException(Reason reason) {
		this(reason, null);
	}

	private SchedulingRefusedException(Reason reason, @Nullable YearMonth month) {
		super("schedule", reason);
		this.reason = reason;
		this.month = month;
	}

	static SchedulingRefusedException capReached(YearMonth month) {
		return new SchedulingRefusedException(Reason.MONTHLY_CAP_REACHED, month);
	}

	public Reason reason() {
		return this.reason;
	}

	/** The month, if any, in the reader's language. */
	@Override
	public Object @Nullable [] getArguments() {
		if (this.month == null) {
			return null;
		}
		var inWords = DateTimeFormatter.ofPattern("MMMM yyyy", LocaleContextHolder.getLocale());
		return new Object[] { this.month.format(inWords) };
	}

	/**
	 * Why the schedule refused.
	 */
	public enum Reason {

		/** Four half-days are already taken in the month; the month is the argument. */
		MONTHLY_CAP_REACHED,
		/** Another doctor took it, or the agency closed it. */
		NO_LONGER_OPEN,
		/** The doctor is already somewhere on that half-day. */
		ALREADY_ELSEWHERE,
		/** The doctor's file is not complete. */
		VOLUNTEER_NOT_ACTIVE,
		/** The site is closed or suspended, or its zone is no longer a priority. */
		SITE_NOT_OPEN,
		/** The scheme does not apply to the zone today: nothing is opened there. */
		ZONE_NOT_PRIORITY,
		/** The site wants nobody then. */
		NOT_WANTED,
		/** The half-day has begun or is over. */
		TOO_LATE,
		/** The half-day is not, or no longer, this doctor's. */
		NOT_YOURS,
		/** A pattern without any half-day, or that ends before it begins. */
		EMPTY_PATTERN,
		/** A pattern over more than a year. */
		PATTERN_TOO_LONG,
		/** A room the site does not have. */
		NO_SUCH_ROOM,
		/** Somebody else changed the same half-days meanwhile. */
		CHANGED_MEANWHILE,
		/** A change, or a closure, that begins before today. */
		IN_THE_PAST,
		/** Some of these days are closed already. */
		CLOSED_ALREADY,
		/** The day is not one after the first of the closure that is to end early. */
		NOT_EARLIER

	}

}
