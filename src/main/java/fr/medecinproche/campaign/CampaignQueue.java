package fr.medecinproche.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queue of a call: everybody it goes to, written down once as it begins, and whose
 * turn it is, the nearest first.
 */
@Component
class CampaignQueue {

	private static final int PIECE = 500;

	private final JdbcClient jdbc;

	private final AudienceRule rule;

	private final CampaignAddresses addresses;

	CampaignQueue(JdbcClient jdbc, AudienceRule rule, CampaignAddresses addresses) {
		this.jdbc = jdbc;
		this.rule = rule;
		this.addresses = addresses;
	}

	/**
	 * Writes down everybody of the audience, once, with why they are left out: the
	 * doctors we know first, then a list piece by piece.
	 * @param campaign a draft nobody else sends or changes
	 * @param progress told of how many addresses have been dealt with
	 * @return how many will be written to
	 */
	int invite(Campaign campaign, IntConsumer progress) {
		invite(this.rule.parameters(campaign, campaign.getReach().audiences(), AudienceRule.LAST, AudienceRule.LAST));
		var after = AudienceRule.FIRST;
		for (var piece = piece(campaign, after); piece.addresses() > 0; piece = piece(campaign, after)) {
			invite(this.rule.parameters(campaign, Set.of(Audience.LIST), after, piece.until()));
			after = piece.until();
			progress.accept(piece.addresses());
		}
		this.addresses.forget(campaign.getId());
		return this.jdbc.sql("select count(*) from campaign_invitation where campaign_id = ? and left_out is null")
			.param(campaign.getId())
			.query(Integer.class)
			.single();
	}

	private CampaignAddresses.Piece piece(Campaign campaign, String after) {
		return this.addresses.next(campaign.getId(), after, PIECE);
	}

	private void invite(Map<String, @Nullable Object> parameters) {
		this.jdbc
			.sql(AudienceRule.ASKED
					+ """
							insert into campaign_invitation (campaign_id, volunteer_id, email, email_hash, audience, km, left_out)
							select :campaign, told.volunteer_id, case when told.left_out is null then told.email end, told.email_hash,
							  told.audience, told.km, told.left_out
							from (select p.*, %s as left_out from person p) told
							order by told.km nulls last, told.email_hash on conflict do nothing"""
						.formatted(AudienceRule.LEFT_OUT))
			.params(parameters)
			.update();
	}

	/**
	 * Whose turn it is. Those who must be left out by now are, for good.
	 * @param campaign a call that runs, locked, while nobody else writes to people
	 * @param howMany at most
	 * @return the nearest first; fewer than asked for only when nobody is left
	 */
	List<Turn> next(Campaign campaign, int howMany) {
		leaveOut(campaign);
		return this.jdbc
			.sql("""
					select i.id, (select min(n) from generate_series(1, :most) n where not exists (
					    select from campaign_invitation o where (o.email_hash = i.email_hash or o.volunteer_id = i.volunteer_id)
					      and o.place = n and o.counts_until > :now)) as place
					from campaign_invitation i
					where i.campaign_id = :campaign and i.written_at is null and i.left_out is null
					order by i.km nulls last, i.id limit :limit""")
			.params(this.rule.parameters(campaign))
			.param("limit", howMany)
			.query(Turn.class)
			.list();
	}

	private void leaveOut(Campaign campaign) {
		this.jdbc.sql(AudienceRule.NEED + """
				update campaign_invitation w set left_out = told.left_out, email = null
				from (select p.id, %s as left_out from (
				    select i.id, i.volunteer_id, i.email_hash, d.file_status,
				      (i.volunteer_id is not null and d.id is null) or coalesce(d.gone, false) as gone
				    from campaign_invitation i left join doctor d on d.id = i.volunteer_id
				    where i.campaign_id = :campaign and i.written_at is null and i.left_out is null) p) told
				where w.id = told.id and told.left_out is not null""".formatted(AudienceRule.LEFT_OUT))
			.params(this.rule.parameters(campaign))
			.update();
	}

	/**
	 * Somebody's turn.
	 *
	 * @param id their invitation
	 * @param place which of the few calls it is that they may get
	 */
	record Turn(long id, short place) {
	}

}
