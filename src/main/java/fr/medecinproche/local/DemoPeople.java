package fr.medecinproche.local;

import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.Role;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Agents of the agency and a phone regulator.
 */
@Component
@OnLocalMachine
@Order(1)
class DemoPeople implements DemoPart {

	private final DemoAccounts demo;

	private final Accounts accounts;

	DemoPeople(DemoAccounts demo, Accounts accounts) {
		this.demo = demo;
		this.accounts = accounts;
	}

	@Override
	public void create() {
		this.accounts.save(this.demo.of(DemoSignIn.ADMIN.email(), Role.ADMIN, "Dominique Ferrand"));
		this.accounts.save(this.demo.of(DemoSignIn.AGENT.email(), Role.AGENT, "Claude Vidal"));
		var gers = this.demo.of(DemoSignIn.AGENT_GERS.email(), Role.AGENT, "Sacha Dupuy");
		gers.narrowTo("32");
		this.accounts.save(gers);
		this.accounts.save(this.demo.of(DemoSignIn.REGULATOR.email(), Role.REGULATOR, "Camille Sarrazin"));
	}

}
