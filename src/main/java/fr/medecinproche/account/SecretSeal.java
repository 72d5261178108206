package fr.medecinproche.account;

import java.util.Base64;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database must keep but nobody may read there (AES-256-GCM), where the
 * operator has set a key. What was stored before there was one is still understood.
 */
@Component
class SecretSeal {

	private static final Logger log = LoggerFactory.getLogger(SecretSeal.class);

	private static final String SEALED = "aes:";

	private static final String OPEN = "plain:";

	/** The key is long and random, so the salt that stretches it need not be. */
	private static final String SALT = "6d6564656370726f";

	private final Optional<BytesEncryptor> encryptor;

	SecretSeal(AccountSettings settings) {
		this.encryptor = settings.key().isBlank() ? Optional.empty()
				: Optional.of(Encryptors.stronger(settings.key(), SALT));
	}

	String seal(byte[] secret) {
		return this.encryptor.map((key) -> SEALED + Base64.getEncoder().encodeToString(key.encrypt(secret)))
			.orElseGet(() -> OPEN + Base64.getEncoder().encodeToString(secret));
	}

	/** The secret, or empty when it was sealed with another key. */
	Optional<byte[]> open(String stored) {
		var bytes = Base64.getDecoder().decode(stored.substring(stored.indexOf(':') + 1));
		if (stored.startsWith(OPEN)) {
			return Optional.of(bytes);
		}
		if (!stored.startsWith(SEALED)) {
			return Optional.empty();
		}
		try {
			return this.encryptor.map((key) -> key.decrypt(bytes));
		}
		catch (IllegalStateException ex) {
			log.error("A second factor was stored with another key (medecin-proche.account.key)");
			return Optional.empty();
		}
	}

}
