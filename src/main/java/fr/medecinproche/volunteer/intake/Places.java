package fr.medecinproche.volunteer.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.medecinproche.territory.CommuneAnswer;
import fr.medecinproche.territory.CommuneMatch;
import fr.medecinproche.territory.CommuneSearch;
import fr.medecinproche.territory.FoldedName;
import fr.medecinproche.volunteer.intake.Remark.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the communes of a whole list at once. Names that are exact take one query
 * together; for the others, what may have been meant is looked for one by one, as long as
 * they are not too many.
 */
@Component
class Places {

	/** Before a code of the INSEE, so that it is not taken for a postal code. */
	static final String INSEE = "insee:";

	/** Whoever has more of them than that has sent the wrong column. */
	private static final int SUGGESTED = 200;

	private static final int CHOICES = 3;

	private static final Pattern POSTAL_CODE = Pattern.compile("(?<!\\d)(\\d{5})(?!\\d)");

	private final CommuneSearch search;

	private final JdbcClient jdbc;

	Places(CommuneSearch search, JdbcClient jdbc) {
		this.search = search;
		this.jdbc = jdbc;
	}

	/**
	 * Finds where doctors practise.
	 * @param lines as they were read
	 * @param perimeter what the agent sees, null for everything
	 * @return the same lines, each with its commune or why there is none
	 */
	List<ReadLine> find(List<ReadLine> lines, @Nullable String perimeter) {
		var typed = lines.stream()
			.map((line) -> line.doctor().place())
			.filter((place) -> !place.isEmpty())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		var places = new HashMap<String, Place>();
		exact(typed).forEach((place, hits) -> {
			if (hits.size() == 1) {
				places.put(place, Place.at(hits.getFirst()));
			}
		});
		typed.stream()
			.filter((place) -> !places.containsKey(place))
			.limit(SUGGESTED)
			.toList()
			.forEach((place) -> places.put(place, meant(place)));
		var seen = seen(places.values().stream().map(Place::insee).filter((insee) -> insee != null).toList(),
				perimeter);
		return lines.stream().map((line) -> located(line, places, seen)).toList();
	}

	private static ReadLine located(ReadLine line, Map<String, Place> places, Set<String> seen) {
		if (line.doctor().place().isEmpty()) {
			return line.saying(Remark.of(Reason.COMMUNE_MISSING));
		}
		var place = places.getOrDefault(line.doctor().place(), Place.UNKNOWN);
		if (place.insee() != null && !seen.contains(place.insee())) {
			return line.saying(Remark.of(Reason.COMMUNE_OUTSIDE));
		}
		return line.practisingIn(place.insee(), place.remarks());
	}

	private Map<String, List<Hit>> exact(Collection<String> typed) {
		var folded = typed.stream().map(Places::folded).toArray(String[]::new);
		var codes = typed.stream().map(Places::code).toArray(String[]::new);
		return this.jdbc
			.sql("""
					with asked as (select * from unnest(cast(:places as text[]), cast(:folded as text[]), cast(:codes as text[]))
					  as each (place, folded, code))
					select a.place, c.insee, c.nom, bool_and(n.former) as former
					from asked a join commune_name n on n.folded = a.folded join commune c on c.insee = n.insee
					where a.folded <> '' and (a.code is null or exists (select from commune_postal_code p
					  where p.insee = n.insee and p.postal_code = a.code))
					group by a.place, c.insee, c.nom
					union all
					select a.place, c.insee, c.nom, false from asked a join commune c on :insee || c.insee = a.place""")
			.param("places", typed.toArray(String[]::new))
			.param("folded", folded)
			.param("codes", codes)
			.param("insee", INSEE)
			.query(Hit.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Hit::place));
	}

	private static String folded(String place) {
		return place.startsWith(INSEE) ? ""
				: FoldedName.of(POSTAL_CODE.matcher(place).replaceFirst(" ").replaceFirst("(?i)\\bcedex\\b.*", ""))
					.value();
	}

	private static @Nullable String code(String place) {
		var code = POSTAL_CODE.matcher(place);
		return (!place.startsWith(INSEE) && code.find()) ? code.group(1) : null;
	}

	/** What is not exact is suggested, never assumed. */
	private Place meant(String place) {
		if (place.startsWith(INSEE)) {
			return Place.UNKNOWN;
		}
		return switch (this.search.understand(place)) {
			case CommuneAnswer.Found(var commune) when FoldedName.of(place)
				.value()
				.contains(FoldedName.of(commune.getNom()).withoutArticle().value()) || folded(place).isEmpty() ->
				new Place(commune.getInsee(), List.of());
			case CommuneAnswer.Found(var commune) -> Place.without(Reason.COMMUNE_SUGGESTED, commune.getNom());
			case CommuneAnswer.Ambiguous(var choices) -> Place.without(Reason.COMMUNE_AMBIGUOUS, labels(choices));
			case CommuneAnswer.Unknown(var suggestions) when suggestions.isEmpty() -> Place.UNKNOWN;
			case CommuneAnswer.Unknown(var suggestions) ->
				Place.without(Reason.COMMUNE_SUGGESTED, suggestions.getFirst().label());
		};
	}

	private static String labels(List<CommuneMatch> choices) {
		return choices.stream().limit(CHOICES).map(CommuneMatch::label).collect(Collectors.joining(", "));
	}

	/** Which of some communes an agent sees. */
	private Set<String> seen(List<@Nullable String> insee, @Nullable String perimeter) {
		return Set.copyOf(this.jdbc.sql("""
				select c.insee from commune c where c.insee = any (cast(:insee as text[]))
				  and (cast(:perimeter as text) is null or c.departement in (select departement
				    from perimeter_departement where perimeter = cast(:perimeter as text)))""")
			.param("insee", insee.toArray(String[]::new))
			.param("perimeter", perimeter)
			.query(String.class)
			.list());
	}

	record Hit(String place, String insee, String nom, boolean former) {

	}

	private record Place(@Nullable String insee, List<Remark> remarks) {

		static final Place UNKNOWN = new Place(null, List.of(Remark.of(Reason.COMMUNE_UNKNOWN)));

		static Place at(Hit hit) {
			return new Place(hit.insee(),
					hit.former() ? List.of(Remark.of(Reason.COMMUNE_FORMER, hit.nom())) : List.of());
		}

		static Place without(Reason reason, String argument) {
			return new Place(null, List.of(Remark.of(reason, argument)));
		}

	}

}
