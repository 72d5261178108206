package fr.medecinproche.local;

/**
 * Who can sign in among the demo people, all with the same password.
 */
enum DemoSignIn {

	ADMIN("admin@demo.example", "administrator"),

	AGENT("agent@demo.example", "agent of the agency, whole region"),

	AGENT_GERS("agent.gers@demo.example", "agent of the agency, Gers only"),

	VOLUNTEER("medecin@demo.example", "active volunteer doctor"),

	APPLICANT("candidat@demo.example", "volunteer doctor whose file is under way"),

	HOST("lieu@demo.example", "host of a consultation site"),

	REGULATOR("regulation@demo.example", "phone regulator (SAS)");

	static final String PASSWORD = "demonstration";

	private final String email;

	private final String who;

	DemoSignIn(String email, String who) {
		this.email = email;
		this.who = who;
	}

	String email() {
		return this.email;
	}

	String who() {
		return this.who;
	}

}
