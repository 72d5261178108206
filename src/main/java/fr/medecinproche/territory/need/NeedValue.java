package fr.medecinproche.territory.need;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody recorded of a criterion in a zone.
 *
 * @param id its number: later ones are greater
 * @param siren the zone
 * @param criterion which criterion
 * @param value in the unit of the criterion; null when the value before was withdrawn
 * @param year the year it tells of
 * @param source where it comes from, or why it was withdrawn
 * @param recordedBy who recorded it
 * @param recordedAt when
 */
public record NeedValue(long id, String siren, Criterion criterion, @Nullable BigDecimal value, @Nullable Integer year,
		String source, @Nullable String recordedBy, Instant recordedAt) {

}
