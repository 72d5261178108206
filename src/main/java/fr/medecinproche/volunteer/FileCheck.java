package fr.medecinproche.volunteer;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an agent should look at, because the directory says otherwise than the doctor. It
 * stops nobody.
 */
public enum FileCheck {

	/** The directory has no doctor of that number. */
	UNKNOWN_NUMBER,
	/** The number is somebody of another name's. */
	NAME_DIFFERS,
	/** The directory does not say that the doctor is a general practitioner. */
	NOT_GENERAL_PRACTICE;

	/**
	 * Compares what a doctor said with the directory.
	 * @param entry what the imported directory has of the number, null for nothing
	 * @param givenName as typed
	 * @param familyName as typed
	 * @return what to look at, often nothing
	 */
	public static List<FileCheck> of(@Nullable DirectoryEntry entry, String givenName, String familyName) {
		if (entry == null) {
			return List.of(UNKNOWN_NUMBER);
		}
		var checks = new ArrayList<FileCheck>();
		if (!entry.mayBe(givenName, familyName)) {
			checks.add(NAME_DIFFERS);
		}
		if (!entry.isGeneralPractitioner()) {
			checks.add(NOT_GENERAL_PRACTICE);
		}
		return List.copyOf(checks);
	}

}
