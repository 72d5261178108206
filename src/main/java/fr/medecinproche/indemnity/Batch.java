package fr.medecinproche.indemnity;

import java.time.Instant;

/**
 * What was sent to the CPAM at once.
 *
 * @param id the batch
 * @param region whose, "R76"
 * @param regionName "Occitanie"
 * @param number its number within the region
 * @param madeAt when
 * @param madeBy how whoever made it is called
 * @param lines how many lines of the ledger it has
 * @param halfDays how many of them are half-days
 * @param totalCents what it comes to
 * @param filesKept whether its files are there: after some years they are not
 */
public record Batch(long id, String region, String regionName, int number, Instant madeAt, String madeBy, int lines,
		int halfDays, long totalCents, boolean filesKept) {

	/**
	 * A name for its files.
	 * @param extension what follows the dot
	 * @return such as "cpam-r76-lot-3.csv"
	 */
	public String fileName(String extension) {
		return "cpam-%s-lot-%d.%s".formatted(this.region.toLowerCase(java.util.Locale.ROOT), this.number, extension);
	}

}
