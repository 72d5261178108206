package fr.medecinproche.testing;

import fr.medecinproche.appointment.ContactCheckPolicy;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets a test ask patients for a code, which otherwise none is asked for.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestContactCheck {

	@Bean
	@Primary
	SettableContactCheck settableContactCheck() {
		return new SettableContactCheck();
	}

	/**
	 * A policy only a test changes, and puts back.
	 */
	public static final class SettableContactCheck implements ContactCheckPolicy {

		private volatile boolean byCode;

		@Override
		public boolean byCode() {
			return this.byCode;
		}

		/**
		 * Decides from now on.
		 * @param byCode whether patients are asked for a code
		 */
		public void set(boolean byCode) {
			this.byCode = byCode;
		}

	}

}
