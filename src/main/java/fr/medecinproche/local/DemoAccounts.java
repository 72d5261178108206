package fr.medecinproche.local;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.DemoSignIns;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Accounts with the password all demo people share, too simple for anybody else.
 */
@Component
@OnLocalMachine
class DemoAccounts implements DemoSignIns {

	private final PasswordEncoder passwords;

	private final Clock clock;

	private @Nullable String hash;

	DemoAccounts(PasswordEncoder passwords, Clock clock) {
		this.passwords = passwords;
		this.clock = clock;
	}

	@Override
	public List<Person> people() {
		return Arrays.stream(DemoSignIn.values())
			.map((signIn) -> new Person(signIn.email(), "local.DemoSignIn." + signIn))
			.toList();
	}

	@Override
	public String password() {
		return DemoSignIn.PASSWORD;
	}

	/** An account that may sign in at once, not saved yet. */
	Account of(String email, Role role, String displayName) {
		var account = new Account(new EmailAddress(email), hash(), role, displayName, Locale.FRENCH, this.clock);
		account.confirmEmail(this.clock);
		return account;
	}

	/** One hash for everybody: hashing is slow on purpose. */
	private String hash() {
		if (this.hash == null) {
			this.hash = this.passwords.encode(DemoSignIn.PASSWORD);
		}
		return this.hash;
	}

}
