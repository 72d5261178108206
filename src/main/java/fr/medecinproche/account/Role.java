package fr.medecinproche.account;

/**
 * Who a signed-in person is for the service: one account, one role, one part of the site.
 */
public enum Role {

	/** Runs the scheme at the agency, and its accounts. */
	ADMIN("/ars"),
	/** Runs the scheme at the agency, for the region or for one department. */
	AGENT("/ars"),
	/** A doctor who gives half-days. */
	VOLUNTEER("/medecin"),
	/** Receives patients at one consultation site. */
	HOST("/lieu"),
	/** Answers the phone of the "service d'accès aux soins". */
	REGULATOR("/regulation");

	private final String home;

	Role(String home) {
		this.home = home;
	}

	/**
	 * Where this role starts, which is also the prefix of all its pages.
	 * @return a path such as "/medecin"
	 */
	public String home() {
		return this.home;
	}

}
