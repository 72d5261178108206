package fr.medecinproche.work;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work as its page shows it.
 *
 * @param id its number
 * @param kind what it does, such as "territory.import"; its words are the message
 * {@code work.kind.<kind>}
 * @param startedBy the account that asked for it
 * @param startedAt since when
 * @param status where it stands
 * @param total how much there is to do, null until it is known
 * @param done how much is done
 * @param stopAsked whether somebody asked to stop
 * @param result where the result is to be seen, null until it is done
 * @param failure why it failed, null when it did not or nothing kind can be said of it
 */
public record LongWork(long id, String kind, long startedBy, Instant startedAt, WorkStatus status,
		@Nullable Integer total, int done, boolean stopAsked, @Nullable String result, @Nullable String failure) {

	/**
	 * How far it is.
	 * @return 0 to 100, null as long as nobody knows how much there is to do
	 */
	public @Nullable Integer percent() {
		return (this.total == null || this.total == 0) ? null
				: (int) Math.min(100, Math.round(100.0 * this.done / this.total));
	}

}
