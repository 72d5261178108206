package fr.medecinproche.site.preparation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a site needs before doctors come. Which of them every site must have, and what its
 * description says already, is in the view {@code site_preparation}.
 */
public enum ReadinessItem {

	ROOM, TABLE, CARD_READER, SOFTWARE, INTERNET, ACCESS, CONTACT, KEYS, SECRETARY, LODGING;

	/**
	 * How addresses write it.
	 * @return such as "card-reader"
	 */
	public String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Reads an address.
	 * @param path anything
	 * @return the item, or empty when it is the path of none
	 */
	public static Optional<ReadinessItem> of(String path) {
		return Arrays.stream(values()).filter((item) -> item.path().equals(path)).findFirst();
	}

	/**
	 * Whether a site may do without it and need not say why.
	 * @return true for what sites have when they can
	 */
	public boolean isOptional() {
		return this == SECRETARY || this == LODGING;
	}

}
