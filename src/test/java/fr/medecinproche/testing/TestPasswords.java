package fr.medecinproche.testing;

import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The passwords of invented people are hashed with the least work: hashing is slow on
 * purpose, and tests make thousands of people.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestPasswords {

	private static final int LEAST_ROUNDS = 4;

	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST_ROUNDS)));
	}

}
