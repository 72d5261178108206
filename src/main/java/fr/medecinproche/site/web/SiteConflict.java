package fr.medecinproche.site.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import fr.medecinproche.site.SiteEdits;

/**
 * Two agents have described one site. Fields only one of them changed are put together;
 * of those both changed, the second chooses.
 *
 * @param edits who changed the site meanwhile, and when
 * @param taken fields the other alone changed: they are in the form now
 * @param open fields both changed
 * @param merged all fields as the form now shows them
 */
record SiteConflict(List<SiteEdits.Edit> edits, List<Field> taken, List<Field> open,
		SequencedMap<String, String> merged) {

	/**
	 * Compares.
	 * @param edits who changed the site meanwhile
	 * @param seen what the fields were that were changed since, as the second saw them
	 * @param theirs the site as it is now
	 * @param mine what the second typed
	 * @return field by field
	 */
	static SiteConflict of(List<SiteEdits.Edit> edits, Map<String, String> seen, Map<String, String> theirs,
			SequencedMap<String, String> mine) {
		var merged = new LinkedHashMap<>(mine);
		var taken = new ArrayList<Field>();
		var open = new ArrayList<Field>();
		seen.forEach((name, before) -> {
			var field = new Field(name, before, theirs.getOrDefault(name, ""), mine.getOrDefault(name, ""));
			if (field.isSettled()) {
				return;
			}
			if (field.isTheirsAlone()) {
				merged.put(name, field.theirs());
				taken.add(field);
			}
			else {
				open.add(field);
			}
		});
		return new SiteConflict(edits, taken, open, merged);
	}

	/**
	 * One field, as it was, as the other left it, and as the second typed it.
	 *
	 * @param name which
	 * @param before what both had read
	 * @param theirs what it is now
	 * @param mine what the second typed
	 */
	record Field(String name, String before, String theirs, String mine) {

		boolean isSettled() {
			return this.theirs.equals(this.mine) || this.theirs.equals(this.before);
		}

		boolean isTheirsAlone() {
			return this.mine.equals(this.before);
		}

	}

}
