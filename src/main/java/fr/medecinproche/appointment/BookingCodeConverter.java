package fr.medecinproche.appointment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Stores a booking code as its six characters.
 */
@Converter(autoApply = true)
class BookingCodeConverter implements AttributeConverter<BookingCode, String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable BookingCode code) {
		return (code != null) ? code.value() : null;
	}

	@Override
	public @Nullable BookingCode convertToEntityAttribute(@Nullable String value) {
		return (value != null) ? new BookingCode(value) : null;
	}

}
