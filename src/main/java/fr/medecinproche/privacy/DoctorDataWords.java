package fr.medecinproche.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import fr.medecinproche.privacy.DoctorData.Held;
import fr.medecinproche.privacy.DoctorData.Part;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says what is held of a doctor as people read it.
 */
@Component
class DoctorDataWords {

	private final MessageSource messages;

	private final Words words;

	DoctorDataWords(MessageSource messages, Words words) {
		this.messages = messages;
		this.words = words;
	}

	List<Section> of(List<Part> parts, Locale locale) {
		return parts.stream()
			.map((part) -> new Section(part.key(),
					part.rows()
						.stream()
						.map((row) -> row.stream().map((held) -> fact(held, locale)).toList())
						.toList()))
			.toList();
	}

	private Fact fact(Held held, Locale locale) {
		return new Fact(held.name(),
				(held.value() instanceof List<?> several)
						? several.stream().map((each) -> said(held, each, locale)).collect(Collectors.joining(", "))
						: said(held, held.value(), locale));
	}

	private String said(Held held, Object value, Locale locale) {
		var said = this.words.in(locale);
		if (held.isMoney()) {
			return said.euros(((Number) value).longValue());
		}
		return switch (value) {
			case Instant instant -> said.dayAndTime(instant);
			case LocalDate day -> said.date(day);
			case LocalTime time -> said.time(time);
			case Boolean yes -> this.messages.getMessage("privacy.doctor.is." + yes, null, locale);
			case Double number -> said.decimal(number, 1);
			default -> (held.words() != null)
					? this.messages.getMessage(held.words() + value, null, value.toString(), locale) : value.toString();
		};
	}

	/**
	 * What is held of one kind.
	 *
	 * @param key which
	 * @param rows what each row says
	 */
	record Section(String key, List<List<Fact>> rows) {
	}

	/**
	 * Something that is held.
	 *
	 * @param name what it is
	 * @param text what is said of it
	 */
	record Fact(String name, String text) {
	}

}
