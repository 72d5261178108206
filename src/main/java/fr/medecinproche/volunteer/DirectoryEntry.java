package fr.medecinproche.volunteer;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import fr.medecinproche.territory.FoldedName;

/**
 * A doctor as the directory has them.
 *
 * @param givenName their given name in practice, as capitals or not
 * @param familyName their family name in practice
 * @param skills codes of the nomenclature TRE_R38
 */
public record DirectoryEntry(String givenName, String familyName, Set<String> skills) {

	/**
	 * General practice as a qualification or a specialty, in its three codes (TRE_R38).
	 */
	private static final Set<String> GENERAL_PRACTICE = Set.of("SM26", "SM53", "SM54");

	private static final Pattern LETTER_AFTER = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{L}");

	public DirectoryEntry {
		givenName = capitalised(givenName);
		familyName = capitalised(familyName);
		skills = Set.copyOf(skills);
	}

	/** The extract writes in capitals, which people do not. */
	private static String capitalised(String name) {
		return LETTER_AFTER.matcher(name.toLowerCase(Locale.FRENCH))
			.replaceAll((letter) -> letter.group().toUpperCase(Locale.FRENCH));
	}

	/**
	 * Whether the doctor is a general practitioner.
	 * @return false for another specialty, and when none is given
	 */
	public boolean isGeneralPractitioner() {
		return !Collections.disjoint(this.skills, GENERAL_PRACTICE);
	}

	/**
	 * Whether a name may be this doctor's: accents, capitals and hyphens do not count,
	 * and one of two family names or given names is enough.
	 * @param given as typed
	 * @param family as typed
	 * @return false when either is somebody else's
	 */
	public boolean mayBe(String given, String family) {
		return agree(this.givenName, given) && agree(this.familyName, family);
	}

	private static boolean agree(String one, String other) {
		var mine = words(one);
		var theirs = words(other);
		return mine.containsAll(theirs) || theirs.containsAll(mine);
	}

	private static Set<String> words(String name) {
		return new HashSet<>(Arrays.asList(FoldedName.of(name).value().split(" ")));
	}

}
