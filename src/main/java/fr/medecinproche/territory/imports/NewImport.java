package fr.medecinproche.territory.imports;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of files somebody brings.
 *
 * @param kind what they are about
 * @param fileNames how they are called
 * @param ignored the names of columns that were not understood
 * @param perimeter what whoever brings them sees: lines outside are refused; null for the
 * whole country
 * @param complete the list is complete: zones of the perimeter it does not name are
 * retired
 * @param startsOn from when, where a line does not say
 * @param account who brings them
 */
public record NewImport(ImportKind kind, String fileNames, List<String> ignored, @Nullable String perimeter,
		boolean complete, LocalDate startsOn, long account) {

	private static final int LONGEST_NAMES = 250;

	/** A file's name is shown, not used. */
	public NewImport {
		var shown = fileNames.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
		fileNames = (shown.length() <= LONGEST_NAMES) ? shown : shown.substring(0, LONGEST_NAMES);
	}

}
