package fr.medecinproche.account;

/**
 * An account cannot be closed yet: something has to be settled first.
 */
public class ClosingObstructedException extends RuntimeException {

	private final transient ClosingObstacle.Reason reason;

	ClosingObstructedException(ClosingObstacle.Reason reason) {
		super("something has to be settled before the account is closed");
		this.reason = reason;
	}

	public ClosingObstacle.Reason reason() {
		return this.reason;
	}

}
