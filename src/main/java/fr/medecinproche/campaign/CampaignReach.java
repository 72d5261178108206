package fr.medecinproche.campaign;

import java.util.Set;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call goes to.
 *
 * @param audiences at least one
 * @param withinKm how far from a site of the call the doctors we know practise at most
 * @param source whence the addresses of a list come; null without a list
 */
@Embeddable
public record CampaignReach(@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<Audience> audiences,
		short withinKm, @Nullable String source) {

	public CampaignReach {
		audiences = Set.copyOf(audiences);
		if (audiences.isEmpty() || audiences.contains(Audience.LIST) != (source != null)) {
			throw new IllegalArgumentException("a call goes to somebody, and a list comes from somewhere");
		}
	}

	public boolean hasList() {
		return this.audiences.contains(Audience.LIST);
	}

}
