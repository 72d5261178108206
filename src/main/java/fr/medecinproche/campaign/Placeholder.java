package fr.medecinproche.campaign;

/**
 * What the text of a call leaves to be filled in for each reader, written in braces.
 */
public enum Placeholder {

	/** The name of the zone. */
	ZONE("zone"),
	/** From when to when. */
	PERIOD("periode"),
	/** How many half-days are open, and the first of them. */
	DATES("dates"),
	/** Where they are. */
	PLACES("lieux"),
	/** Whether one can stay there. */
	LODGING("hebergement"),
	/** What the road is paid with. */
	COSTS("frais");

	private final String word;

	Placeholder(String word) {
		this.word = word;
	}

	/**
	 * How it is written.
	 * @return such as "{zone}"
	 */
	public String written() {
		return "{" + this.word + "}";
	}

}
