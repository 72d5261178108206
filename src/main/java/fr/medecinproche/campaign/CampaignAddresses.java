package fr.medecinproche.campaign;

import java.util.Collection;

import fr.medecinproche.account.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses of the list of a draft. They are gone as soon as the call begins, or its
 * draft is thrown away.
 */
@Component
public class CampaignAddresses {

	private final JdbcClient jdbc;

	CampaignAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many addresses a list has.
	 * @param campaignId a draft
	 * @return 0 without a list
	 */
	public int count(long campaignId) {
		return this.jdbc.sql("select count(*) from campaign_address where campaign_id = ?")
			.param(campaignId)
			.query(Integer.class)
			.single();
	}

	/**
	 * Keeps a list for a draft, instead of the one before.
	 * @param campaignId a draft
	 * @param addresses each once
	 */
	void keep(long campaignId, Collection<EmailAddress> addresses) {
		this.jdbc.sql("delete from campaign_address where campaign_id = ?").param(campaignId).update();
		this.jdbc.sql("""
				insert into campaign_address (campaign_id, email_hash, email)
				select ?, address_hash(email), email from unnest(cast(? as text[])) email on conflict do nothing""")
			.params(campaignId, addresses.stream().map(EmailAddress::value).toArray(String[]::new))
			.update();
	}

	/**
	 * Passes on to a draft who, of the list of a call that has ended, was not written to.
	 * Whoever was has read that the address is for that call only, and when it is erased.
	 * @param endedId the call that has ended
	 * @param campaignId the draft
	 * @return how many
	 */
	int passOn(long endedId, long campaignId) {
		return this.jdbc.sql("""
				insert into campaign_address (campaign_id, email_hash, email)
				select ?, email_hash, email from campaign_invitation
				where campaign_id = ? and email is not null and written_at is null
				on conflict do nothing""").params(campaignId, endedId).update();
	}

	/**
	 * The next addresses of a list, in the order of their hashes.
	 * @param campaignId a draft
	 * @param after the hash of the last one before
	 * @param howMany at most
	 * @return how many there are, and the last hash
	 */
	Piece next(long campaignId, String after, int howMany) {
		return this.jdbc.sql("""
				select coalesce(max(email_hash), '') as until, count(*) as addresses from (
				  select email_hash from campaign_address where campaign_id = ? and email_hash > ?
				  order by email_hash limit ?) piece""").params(campaignId, after, howMany).query(Piece.class).single();
	}

	/** The list has become invitations. */
	void forget(long campaignId) {
		this.jdbc.sql("delete from campaign_address where campaign_id = ?").param(campaignId).update();
	}

	record Piece(String until, int addresses) {
	}

}
