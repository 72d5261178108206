package fr.medecinproche.volunteer;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the steps of a file take, and when one that waits is called to mind. No text
 * sets a delay: what is said to doctors is a setting, with where it comes from.
 *
 * @param expected how long a step usually takes, for steps somebody has reported it of
 * @param card how long a new CPS card usually takes
 * @param reminders when those who must act are reminded
 */
@ConfigurationProperties("medecin-proche.file")
public record FilePace(@Nullable Map<FileStatus, Delay> expected, @Nullable Delay card,
		@DefaultValue Reminders reminders) {

	/**
	 * What the regional unions of doctors reported in 2025 of the CPAM's number and of
	 * the card.
	 */
	private static final Delay REPORTED = new Delay(21, "les unions régionales de médecins libéraux (URPS), en 2025");

	public FilePace {
		var delays = new EnumMap<FileStatus, Delay>(Map.of(FileStatus.ACTIVITY_DECLARED, REPORTED));
		delays.putAll((expected != null) ? expected : Map.of());
		expected = Map.copyOf(delays);
		card = (card != null) ? card : REPORTED;
	}

	/**
	 * How long a step usually takes.
	 * @param status where a file stands
	 * @return the delay, empty where nobody has reported one
	 */
	public Optional<Delay> delay(FileStatus status) {
		return Optional.ofNullable(this.expected.get(status)).filter((delay) -> delay.days() > 0);
	}

	/**
	 * Whether a file has stood still for longer than it should.
	 * @param file where it stands
	 * @param today the present day
	 * @return false where nothing is waited for
	 */
	public boolean isStalled(FilePosition file, LocalDate today) {
		var after = this.reminders.after().get(file.status());
		return after != null && !file.since().plusDays(after).isAfter(today);
	}

	/**
	 * A usual delay.
	 *
	 * @param days how many; 0 says nothing
	 * @param source who says so, as the end of a sentence
	 */
	public record Delay(int days, @Nullable String source) {

	}

	/**
	 * When those who must act are reminded.
	 *
	 * @param after how many days a file stands still in each status before the first
	 * reminder; a status without a number reminds nobody
	 * @param every how many days pass before the next
	 * @param maximum how many times somebody is reminded of one step
	 * @param gap how many days pass at least between a reminder and one an agent asks for
	 */
	public record Reminders(@Nullable Map<FileStatus, Integer> after, @DefaultValue("7") int every,
			@DefaultValue("3") int maximum, @DefaultValue("3") int gap) {

		private static final Map<FileStatus, Integer> USUAL = Map.of(FileStatus.SUBMITTED, 3, FileStatus.SENT_BACK, 5,
				FileStatus.ORDRE_CHECK, 14, FileStatus.ACTIVITY_DECLARED, 21, FileStatus.CPAM_NUMBER_GIVEN, 3);

		public Reminders {
			var days = new EnumMap<FileStatus, Integer>(USUAL);
			days.putAll((after != null) ? after : Map.of());
			days.values().removeIf((number) -> number <= 0);
			after = Map.copyOf(days);
			if (every < 1 || maximum < 0 || gap < 1) {
				throw new IllegalArgumentException("reminders come at most daily, and not less than never");
			}
		}

	}

}
