package fr.medecinproche.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;

import fr.medecinproche.schedule.HalfDay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls are sent, and how much of them anybody has to bear.
 *
 * @param wave how many people are written to at a time
 * @param every how long before the next ones are: time for the first to answer
 * @param apart how long nobody gets a second call
 * @param most how many calls anybody gets at most: three, or fewer
 * @param per within how long: ninety days, or more
 * @param withinKm how far doctors are asked, unless the agent says otherwise
 * @param longest how many addresses a list has at most
 * @param longList from how many addresses on a list is dealt with apart, with its
 * progress shown
 * @param draftsKept how long a call that was never sent is kept, with its list
 * @param addressesKept how long after the end the addresses of a list are
 * @param kept how long after the end it is known who was called and what they answered
 * @param legalBasis what lets the agency write to the addresses of a list; each of these
 * mails says it, and the agency's data protection officer is to confirm it
 */
@ConfigurationProperties("medecin-proche.campaign")
public record CampaignSettings(@DefaultValue("40") int wave, @DefaultValue("30m") Duration every,
		@DefaultValue("14d") Period apart, @DefaultValue("3") int most, @DefaultValue("90d") Period per,
		@DefaultValue("60") int withinKm, @DefaultValue("10000") int longest, @DefaultValue("1000") int longList,
		@DefaultValue("7d") Period draftsKept, @DefaultValue("30d") Period addressesKept,
		@DefaultValue("1y") Period kept,
		@DefaultValue("mission d’intérêt public (RGPD, article 6, paragraphe 1, point e)") String legalBasis) {

	/** What the database holds against everybody: three calls in ninety days. */
	private static final int MOST = 3;

	private static final int PER_DAYS = 90;

	public CampaignSettings {
		if (most < 1 || most > MOST || per.toTotalMonths() > 0 || per.getDays() < PER_DAYS) {
			throw new IllegalArgumentException("nobody gets more than " + MOST + " calls in " + PER_DAYS + " days");
		}
	}

	static Instant ago(Period period, Instant now) {
		return now.atZone(HalfDay.ZONE).minus(period).toInstant();
	}

	Instant restUntil(Instant now) {
		return now.atZone(HalfDay.ZONE).plus(this.apart).toInstant();
	}

	Instant countsUntil(Instant now) {
		return now.atZone(HalfDay.ZONE).plus(this.per).toInstant();
	}

}
