package fr.medecinproche.volunteer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Stores an RPPS number as its digits.
 */
@Converter(autoApply = true)
class RppsConverter implements AttributeConverter<Rpps, String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable Rpps rpps) {
		return (rpps != null) ? rpps.digits() : null;
	}

	@Override
	public @Nullable Rpps convertToEntityAttribute(@Nullable String digits) {
		return (digits != null) ? new Rpps(digits) : null;
	}

}
