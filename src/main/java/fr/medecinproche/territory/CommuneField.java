package fr.medecinproche.territory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The field in which a commune is typed, the same on every page. The form has two
 * properties: what was typed, and under the same name with {@code Code} appended the
 * commune that was chosen from a list, if one was. In the template, inside
 * {@code th:object}:
 *
 * <pre>{@code
 * <div th:replace="~{fragments/commune :: field('commune', #{…label}, #{…hint})}"></div>
 * }</pre>
 *
 * and in the handler, before it looks at the errors:
 *
 * <pre>{@code
 * var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
 * if (errors.hasErrors()) {
 *     return "view";
 * }
 * service.act(commune.orElseThrow());
 * }</pre>
 *
 * Without JavaScript, a name that several communes bear comes back with the choice.
 */
@Component
public class CommuneField {

	private static final Pattern INSEE = Pattern.compile("\\d[\\dAB]\\d{3}");

	private static final Pattern POSTAL_CODE = Pattern.compile("\\d{2} ?\\d{3}");

	private static final String CHOICES = "communeChoices";

	private final CommuneSearch search;

	private final Communes communes;

	CommuneField(CommuneSearch search, Communes communes) {
		this.search = search;
		this.communes = communes;
	}

	/**
	 * Reads the field, and puts the error and the choice to offer in their places if no
	 * single commune was meant. A field that is already in error is left alone.
	 * @param field the property of the typed text
	 * @param typed its value
	 * @param code the commune chosen from a list, if any; what is no commune is ignored
	 * @param errors where the field's error goes
	 * @param model where the choice goes, for the fragment
	 * @return the commune, or nothing and an error
	 */
	public Optional<Commune> read(String field, @Nullable String typed, @Nullable String code, Errors errors,
			Model model) {
		var chosen = chosen(code);
		if (chosen.isPresent() || errors.hasFieldErrors(field)) {
			return chosen;
		}
		if (!StringUtils.hasText(typed)) {
			errors.rejectValue(field, "territory.commune.required");
			return Optional.empty();
		}
		return switch (this.search.understand(typed)) {
			case CommuneAnswer.Found found -> Optional.of(found.commune());
			case CommuneAnswer.Ambiguous ambiguous ->
				refuse(field, "territory.commune.ambiguous", ambiguous.choices(), errors, model);
			case CommuneAnswer.Unknown unknown when unknown.suggestions().isEmpty() ->
				refuse(field, unknown(typed), List.of(), errors, model);
			case CommuneAnswer.Unknown unknown ->
				refuse(field, "territory.commune.suggested", unknown.suggestions(), errors, model);
		};
	}

	/**
	 * The commune of a code that came along from another page.
	 * @param code anything
	 * @return the commune, or nothing when it is the code of none
	 */
	public Optional<Commune> chosen(@Nullable String code) {
		return isCode(code) ? this.communes.findById(code) : Optional.empty();
	}

	/**
	 * Whether something looks like the INSEE code of a commune.
	 * @param code anything
	 * @return true for five digits, or a Corsican code
	 */
	public static boolean isCode(@Nullable String code) {
		return code != null && INSEE.matcher(code).matches();
	}

	/**
	 * A postal code of elsewhere is no slip of the finger: checking it would not help.
	 */
	private static String unknown(String typed) {
		return POSTAL_CODE.matcher(typed.strip()).matches() ? "territory.commune.outside" : "territory.commune.unknown";
	}

	private static Optional<Commune> refuse(String field, String key, List<CommuneMatch> choices, Errors errors,
			Model model) {
		errors.rejectValue(field, key);
		model.addAttribute(CHOICES, choices);
		return Optional.empty();
	}

}
