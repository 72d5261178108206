package fr.medecinproche.territory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, taken apart: "Plaisance (Gers)", "Plaisance 32", "32160
 * Plaisance", "32160", "Plaisance, Gers".
 *
 * @param name the name or its beginning, perhaps empty
 * @param postalCode a postal code or its first digits
 * @param departement the code or the folded name of a department
 */
record TypedPlace(FoldedName name, @Nullable String postalCode, @Nullable String departement) {

	static final TypedPlace NOTHING = new TypedPlace(new FoldedName(""), null, null);

	/** Longer than any name with its department and postal code. */
	private static final int LONGEST = 100;

	private static final Pattern DIGITS = Pattern.compile("[\\d\\s]+");

	private static final Pattern POSTAL_CODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");

	private static final List<Pattern> DEPARTEMENTS = List.of(Pattern.compile("\\(([^()]*)\\)(?=[^()]*$)"),
			Pattern.compile(",([^,]+)$"), Pattern.compile("\\s(\\d{2}|2[AaBb])$"), Pattern.compile("^(\\d{2})\\s"));

	static TypedPlace of(String typed) {
		var rest = typed.strip();
		if (rest.length() > LONGEST) {
			return NOTHING;
		}
		if (DIGITS.matcher(rest).matches()) {
			var digits = rest.replaceAll("\\s", "");
			return (digits.length() <= 5) ? new TypedPlace(NOTHING.name(), digits, null) : NOTHING;
		}
		var postalCode = POSTAL_CODE.matcher(rest);
		String code = null;
		if (postalCode.find()) {
			code = postalCode.group();
			rest = postalCode.replaceFirst(" ").strip();
		}
		return named(rest, code);
	}

	private static TypedPlace named(String text, @Nullable String postalCode) {
		for (Pattern pattern : DEPARTEMENTS) {
			var departement = pattern.matcher(text);
			if (departement.find()) {
				var name = FoldedName.of(departement.replaceFirst(" "));
				if (!name.isEmpty()) {
					return new TypedPlace(name, postalCode, FoldedName.of(departement.group(1)).value());
				}
			}
		}
		return new TypedPlace(FoldedName.of(text), postalCode, null);
	}

	boolean isLocated() {
		return this.postalCode != null || this.departement != null;
	}

	/** The same name, wherever it is: the postal code or the department may be wrong. */
	TypedPlace anywhere() {
		return new TypedPlace(this.name, null, null);
	}

	/**
	 * With the department as a code, wherever it was typed; what is no department is part
	 * of the name.
	 * @param departements the codes by folded name
	 */
	TypedPlace locatedBy(Map<FoldedName, String> departements) {
		if (this.departement == null) {
			return departements.keySet()
				.stream()
				.filter((nom) -> this.name.value().endsWith(" " + nom))
				.findFirst()
				.map((nom) -> new TypedPlace(this.name.without(nom), this.postalCode, departements.get(nom)))
				.orElse(this);
		}
		var typedCode = this.departement.toUpperCase(Locale.ROOT);
		var code = departements.containsValue(typedCode) ? typedCode
				: departements.get(new FoldedName(this.departement));
		return (code != null) ? new TypedPlace(this.name, this.postalCode, code)
				: new TypedPlace(FoldedName.of(this.name + " " + this.departement), this.postalCode, null);
	}

}
