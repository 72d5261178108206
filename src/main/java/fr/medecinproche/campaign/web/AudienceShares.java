package fr.medecinproche.campaign.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.CampaignAudience.Share;
import fr.medecinproche.campaign.LeftOut;

/**
 * Who would be written to, and who would not, added up.
 *
 * @param written how many of each audience
 * @param leftOut how many for each reason
 */
record AudienceShares(Map<Audience, Integer> written, Map<LeftOut, Integer> leftOut) {

	static AudienceShares of(List<Share> shares) {
		var written = new EnumMap<Audience, Integer>(Audience.class);
		var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
		for (var share : shares) {
			if (share.leftOut() == null) {
				written.merge(share.audience(), share.people(), Integer::sum);
			}
			else {
				leftOut.merge(share.leftOut(), share.people(), Integer::sum);
			}
		}
		return new AudienceShares(written, leftOut);
	}

	public int total() {
		return this.written.values().stream().mapToInt(Integer::intValue).sum();
	}

	public int totalLeftOut() {
		return this.leftOut.values().stream().mapToInt(Integer::intValue).sum();
	}

}
