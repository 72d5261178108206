package fr.medecinproche.territory.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import fr.medecinproche.territory.imports.ImportLine.Change;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a line changes of something known.
 */
public class Changes {

	private final List<Change> changes = new ArrayList<>();

	/**
	 * Notes a difference, if there is one.
	 * @param field what it is called
	 * @param before what is known
	 * @param after what the line says; null when it says nothing, which changes nothing
	 * @return this
	 */
	public Changes of(String field, @Nullable Object before, @Nullable Object after) {
		if (after != null && !Objects.equals(before, after)) {
			this.changes.add(new Change(field, (before != null) ? plain(before) : "", plain(after)));
		}
		return this;
	}

	/** What is written would part the changes otherwise. */
	private static String plain(Object value) {
		return value.toString().replaceAll("[\\t\\r\\n]+", " ");
	}

	/**
	 * What was gathered, to be kept with the line.
	 * @return one line for each, or null when nothing changes
	 */
	public @Nullable String written() {
		return this.changes.isEmpty() ? null
				: this.changes.stream().map(Change::written).collect(Collectors.joining("\n"));
	}

}
