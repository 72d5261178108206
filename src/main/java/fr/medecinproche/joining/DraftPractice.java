package fr.medecinproche.joining;

import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Secteur;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The second step: how they practise.
 *
 * @param commune INSEE code of where they practise, or did last
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 * @param cdom the department whose council of the Ordre registers them
 * @param specialty their specialty, null for general practice
 * @param fragileZone whether they are already installed in a fragile zone
 * @param insurerInformed whether they declare that their insurer knows
 */
@Embeddable
public record DraftPractice(@JdbcTypeCode(SqlTypes.CHAR) String commune, @Enumerated(EnumType.STRING) Practice practice,
		@Enumerated(EnumType.STRING) Secteur secteur, String cdom, @Nullable String specialty, boolean fragileZone,
		boolean insurerInformed) {

}
