package fr.medecinproche.volunteer;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor wishes when applying. Nothing binds them later.
 *
 * @param zones SIREN numbers of zones they would like to go to; empty for any
 * @param maxKm how far they would drive, null for any distance
 * @param weekdays the days that suit them; empty for any
 * @param start when they would begin
 */
@Embeddable
public record ApplicationWishes(@JdbcTypeCode(SqlTypes.ARRAY) Set<String> zones,
		@Column(name = "max_km") @Nullable Short maxKm,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<DayOfWeek> weekdays,
		@Enumerated(EnumType.STRING) StartWish start) {

	public ApplicationWishes {
		zones = Set.copyOf(zones);
		weekdays = Set.copyOf(weekdays);
	}

	/**
	 * The days in the order of the week.
	 * @return none when every day suits
	 */
	public List<DayOfWeek> days() {
		return this.weekdays.stream().sorted().toList();
	}

}
