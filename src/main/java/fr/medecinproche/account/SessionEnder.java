package fr.medecinproche.account;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the sessions of an account on every node, once what ended them is certain.
 */
@Component
class SessionEnder {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	SessionEnder(FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.sessions = sessions;
	}

	@TransactionalEventListener
	void on(SignInsRevoked revoked) {
		this.sessions.findByPrincipalName(String.valueOf(revoked.accountId()))
			.keySet()
			.stream()
			.filter((session) -> !session.equals(revoked.butSession()))
			.forEach(this.sessions::deleteById);
	}

}
