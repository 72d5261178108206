package fr.medecinproche.site;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import fr.medecinproche.account.PhoneNumber;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * What a welcome sheet says. Keys and arrival, the name of the software, whether one may
 * lodge and the site's phone are in the description of the site and not asked twice. Each
 * is null when there is nothing to say.
 *
 * @param contactName whom the doctor calls
 * @param contactPhone that person's number
 * @param team who else works there
 * @param softwareHelp who helps with the software, and where one signs in
 * @param cardReader how the card reader is used
 * @param internet who gives the code of the internet, never the code
 * @param lodging where the doctor sleeps
 * @param pharmacy the nearest
 * @param laboratory the nearest
 * @param ambulance whom to call
 * @param emergency the nearest emergency department
 * @param bring what to bring along
 */
@Embeddable
public record WelcomeWords(@Nullable String contactName,
		@Embedded @AttributeOverride(name = "e164",
				column = @Column(name = "contact_phone")) @Nullable PhoneNumber contactPhone,
		@Nullable String team, @Nullable String softwareHelp, @Nullable String cardReader, @Nullable String internet,
		@Nullable String lodging, @Nullable String pharmacy, @Nullable String laboratory, @Nullable String ambulance,
		@Nullable String emergency, @Nullable String bring) {

	/** Nothing is said. */
	public static final WelcomeWords UNSAID = new WelcomeWords(null, null, null, null, null, null, null, null, null,
			null, null, null);

	/**
	 * What it says besides whom to call.
	 * @return texts by the name of what they are about, only what is said, in the order
	 * of the sheet
	 */
	public SequencedMap<String, String> facts() {
		var facts = new LinkedHashMap<String, @Nullable String>();
		facts.put("team", this.team);
		facts.put("softwareHelp", this.softwareHelp);
		facts.put("cardReader", this.cardReader);
		facts.put("internet", this.internet);
		facts.put("lodging", this.lodging);
		facts.put("pharmacy", this.pharmacy);
		facts.put("laboratory", this.laboratory);
		facts.put("ambulance", this.ambulance);
		facts.put("emergency", this.emergency);
		facts.put("bring", this.bring);
		var said = new LinkedHashMap<String, String>();
		facts.forEach((name, text) -> {
			if (text != null) {
				said.put(name, text);
			}
		});
		return said;
	}

}
