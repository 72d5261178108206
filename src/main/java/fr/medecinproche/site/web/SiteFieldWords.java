package fr.medecinproche.site.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.Communes;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says a field of a site's description in words, from what
 * {@link fr.medecinproche.site.SiteDescription#texts()} makes of it.
 */
@Component
class SiteFieldWords {

	private final Communes communes;

	private final MessageSource messages;

	SiteFieldWords(Communes communes, MessageSource messages) {
		this.communes = communes;
		this.messages = messages;
	}

	/**
	 * Says a field.
	 * @param field which
	 * @param text its text
	 * @return words in the reader's language
	 */
	public String say(String field, String text) {
		if (text.isEmpty()) {
			return message("site.field.nothing");
		}
		return switch (field) {
			case "kind" -> message("site.SiteKind." + text);
			case "stepFree", "secretary", "lodging" -> message("site.field." + text);
			case "equipment" -> Arrays.stream(text.split(","))
				.map((name) -> message("site.Equipment." + name))
				.collect(Collectors.joining(", "));
			case "commune" -> commune(text);
			case "hours" -> text.replace(",", " – ");
			default -> text;
		};
	}

	/**
	 * How people call a commune.
	 * @param insee its code
	 * @return its name, department and postal code
	 */
	String commune(String insee) {
		return this.communes.findById(insee).map(Commune::getLabel).orElse(insee);
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
