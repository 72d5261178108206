package fr.medecinproche.matching.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;

import fr.medecinproche.volunteer.SpokenLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the doctors around a place; what makes no sense asks nothing.
 *
 * @param zone the SIREN number of a priority zone
 * @param commune what was typed instead
 * @param communeCode the commune chosen from a list
 * @param rayon within how many kilometres, one of {@link #RADII}
 * @param libre "cemois" or "moisprochain" for those who still have half-days left then
 * @param jour the name of a weekday that suits them
 * @param langue the name of a language they speak
 * @param retraite "oui" for retired doctors only
 */
record NearbyFilter(@Nullable String zone, @Nullable String commune, @Nullable String communeCode,
		@Nullable String rayon, @Nullable String libre, @Nullable String jour, @Nullable String langue,
		@Nullable String retraite) {

	static final List<Integer> RADII = List.of(30, 60, 100, 150, 250);

	private static final int USUAL = 100;

	public int radius() {
		return RADII.stream().filter((km) -> km.toString().equals(this.rayon)).findFirst().orElse(USUAL);
	}

	public @Nullable DayOfWeek weekday() {
		return Arrays.stream(DayOfWeek.values()).filter((day) -> day.name().equals(this.jour)).findFirst().orElse(null);
	}

	public @Nullable SpokenLanguage language() {
		return Arrays.stream(SpokenLanguage.values())
			.filter((language) -> language.name().equals(this.langue))
			.findFirst()
			.orElse(null);
	}

	public boolean freeThisMonth() {
		return "cemois".equals(this.libre);
	}

	public boolean freeNextMonth() {
		return "moisprochain".equals(this.libre);
	}

	public boolean retiredOnly() {
		return "oui".equals(this.retraite);
	}

	/** Whether a place was given. */
	public boolean isAsked() {
		return isGiven(this.zone) || isGiven(this.commune) || isGiven(this.communeCode);
	}

	/** A zone counts before a commune. */
	boolean isOfZone() {
		return isGiven(this.zone);
	}

	private static boolean isGiven(@Nullable String text) {
		return text != null && !text.isBlank();
	}

}
