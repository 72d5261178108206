package fr.medecinproche.campaign;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who a draft would go to, as its agent sees it before it is sent.
 */
@Component
public class CampaignAudience {

	private final JdbcClient jdbc;

	private final AudienceRule rule;

	CampaignAudience(JdbcClient jdbc, AudienceRule rule) {
		this.jdbc = jdbc;
		this.rule = rule;
	}

	/**
	 * How many people of each kind would be written to, and how many would not, and why.
	 * @param campaign a draft
	 * @return only what there is
	 */
	public List<Share> shares(Campaign campaign) {
		return this.jdbc.sql(AudienceRule.ASKED
				+ "select audience, left_out, count(*) as people from (select p.audience, " + AudienceRule.LEFT_OUT
				+ " as left_out from person p) told group by audience, left_out order by audience, left_out nulls first")
			.params(this.rule.parameters(campaign))
			.query(Share.class)
			.list();
	}

	/**
	 * The first who would be written to.
	 * @param campaign a draft
	 * @param perimeter doctors who practise elsewhere are not named; null names all
	 * @param howMany at most
	 * @return the nearest first, addresses of a list last
	 */
	public List<Sample> first(Campaign campaign, @Nullable String perimeter, int howMany) {
		return this.jdbc
			.sql(AudienceRule.ASKED + """
					select told.audience, told.km, told.email, c.nom as commune,
					  case when cast(:perimeter as text) is null or c.departement in (select departement
					    from perimeter_departement where perimeter = cast(:perimeter as text))
					  then 'Dr ' || v.given_name || ' ' || v.family_name end as doctor
					from (select p.*, %s as left_out from person p) told
					left join volunteer v on v.id = told.volunteer_id left join commune c on c.insee = v.commune
					where told.left_out is null order by told.km nulls last, told.email_hash limit :limit"""
				.formatted(AudienceRule.LEFT_OUT))
			.params(this.rule.parameters(campaign))
			.param("perimeter", perimeter)
			.param("limit", howMany)
			.query(Sample.class)
			.list();
	}

	/**
	 * A part of the audience.
	 *
	 * @param audience which
	 * @param leftOut why they are not written to; null for those who are
	 * @param people how many
	 */
	public record Share(Audience audience, @Nullable LeftOut leftOut, int people) {
	}

	/**
	 * Somebody who would be written to.
	 *
	 * @param audience why
	 * @param km how far the nearest site is
	 * @param email the address, when it is of a list
	 * @param commune where the doctor practises
	 * @param doctor how the doctor is called, when the agent may know
	 */
	public record Sample(Audience audience, @Nullable Double km, @Nullable String email, @Nullable String commune,
			@Nullable String doctor) {

		/** The address as it may be shown: who has the list knows which it is. */
		public @Nullable String maskedEmail() {
			return (this.email != null) ? this.email.charAt(0) + "…" + this.email.substring(this.email.indexOf('@'))
					: null;
		}

	}

}
