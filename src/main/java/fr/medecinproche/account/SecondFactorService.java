package fr.medecinproche.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.account.SecondFactorSwitched.Change;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns the second factor of an account on and off, and checks what is typed for it.
 */
@Service
@Transactional
public class SecondFactorService {

	private final Accounts accounts;

	private final SecondFactors factors;

	private final RecoveryCodes recoveryCodes;

	private final PhoneSecrets secrets;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SecondFactorService(Accounts accounts, SecondFactors factors, RecoveryCodes recoveryCodes, PhoneSecrets secrets,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.factors = factors;
		this.recoveryCodes = recoveryCodes;
		this.secrets = secrets;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What an account is asked for after its password.
	 * @param accountId the account
	 * @return empty when nothing is
	 */
	@Transactional(readOnly = true)
	public Optional<SecondFactor> of(long accountId) {
		return this.factors.findById(accountId);
	}

	/**
	 * How many recovery codes have not been used.
	 * @param accountId the account
	 * @return ten at most
	 */
	@Transactional(readOnly = true)
	public int recoveryCodesLeft(long accountId) {
		return this.recoveryCodes.left(accountId);
	}

	/**
	 * Turns codes of an application on, once a first code shows that the phone and we
	 * agree. All other sessions end: they came with a password alone.
	 * @param accountId the account
	 * @param sealed the secret the phone was shown, see {@link PhoneSecrets}
	 * @param code what the application shows
	 * @param session the session that goes on
	 * @return ten recovery codes, which are kept nowhere
	 * @throws AccountRefusedException when a second factor is on already, in another tab
	 * perhaps, or the code is wrong
	 */
	public List<String> turnAppOn(long accountId, String sealed, String code, String session) {
		var account = lockWithout(accountId);
		var step = this.secrets.open(sealed)
			.stream()
			.flatMapToLong((totp) -> totp.stepOf(digits(code), this.clock.instant(), 0).stream())
			.findFirst()
			.orElseThrow(() -> new AccountRefusedException(Reason.WRONG_CODE));
		this.factors.saveAndFlush(SecondFactor.app(accountId, sealed, step, this.clock));
		switched(account, session);
		return this.recoveryCodes.draw(accountId);
	}

	/**
	 * Turns links sent by e-mail on. All other sessions end.
	 * @param accountId the account
	 * @param session the session that goes on
	 * @throws AccountRefusedException when a second factor is on already
	 */
	public void turnEmailOn(long accountId, String session) {
		var account = lockWithout(accountId);
		this.factors.saveAndFlush(SecondFactor.email(accountId, this.clock));
		switched(account, session);
	}

	private Account lockWithout(long accountId) {
		var account = this.accounts.lock(accountId).orElseThrow();
		if (this.factors.findById(accountId).isPresent()) {
			throw new AccountRefusedException(Reason.SECOND_FACTOR_ON);
		}
		return account;
	}

	private void switched(Account account, String session) {
		this.events.publishEvent(SecondFactorSwitched.of(account, Change.ON));
		this.events.publishEvent(new SignInsRevoked(account.id(), session));
	}

	/**
	 * Draws ten new recovery codes; those before serve no more.
	 * @param accountId the account
	 * @return the codes, which are kept nowhere
	 * @throws AccountRefusedException when no application is on
	 */
	public List<String> renewRecoveryCodes(long accountId) {
		this.factors.lock(accountId)
			.filter((factor) -> factor.kind() == SecondFactor.Kind.APP)
			.orElseThrow(() -> new AccountRefusedException(Reason.SECOND_FACTOR_OFF));
		return this.recoveryCodes.draw(accountId);
	}

	/**
	 * Checks what was typed as the second factor; what is wrong is counted, whichever
	 * node is asked.
	 * @param accountId the account
	 * @param typed a code of the application, or a recovery code
	 * @return what it is
	 */
	public CodeCheck check(long accountId, String typed) {
		var factor = this.factors.lock(accountId);
		return factor.map((found) -> check(found, typed)).orElse(CodeCheck.OFF);
	}

	private CodeCheck check(SecondFactor factor, String typed) {
		if (factor.isBraked(this.clock)) {
			return CodeCheck.TOO_MANY;
		}
		var step = factor.sealedSecret()
			.flatMap(this.secrets::open)
			.stream()
			.flatMapToLong((totp) -> totp.stepOf(digits(typed), this.clock.instant(), factor.lastCounter()).stream())
			.findFirst();
		if (step.isPresent()) {
			factor.took(step.getAsLong());
			return CodeCheck.CODE;
		}
		if (this.recoveryCodes.use(factor.getId(), typed)) {
			factor.succeeded();
			return CodeCheck.RECOVERY_CODE;
		}
		factor.failed(this.clock);
		if (factor.isBraked(this.clock)) {
			this.events.publishEvent(
					SecondFactorSwitched.of(this.accounts.findById(factor.getId()).orElseThrow(), Change.GUESSED));
		}
		return CodeCheck.WRONG;
	}

	private static String digits(String typed) {
		return typed.replaceAll("\\s", "");
	}

	/**
	 * Turns the second factor off, and tells the owner.
	 * @param accountId the account
	 * @throws AccountRefusedException when it is off already, in another tab perhaps
	 */
	public void turnOff(long accountId) {
		var account = this.accounts.lock(accountId).orElseThrow();
		var factor = this.factors.lock(accountId)
			.orElseThrow(() -> new AccountRefusedException(Reason.SECOND_FACTOR_OFF));
		this.factors.delete(factor);
		this.events.publishEvent(SecondFactorSwitched.of(account, Change.OFF));
	}

	/**
	 * What was typed as a second factor.
	 */
	public enum CodeCheck {

		/** The code of the application. */
		CODE,
		/** A recovery code, used up now. */
		RECOVERY_CODE,
		/** Neither, or one that has been used. */
		WRONG,
		/** Not looked at: there were too many wrong ones. */
		TOO_MANY,
		/** Nothing is asked for any more. */
		OFF;

		/**
		 * Whether it lets somebody in.
		 * @return true for a code of either kind
		 */
		public boolean isRight() {
			return this == CODE || this == RECOVERY_CODE;
		}

	}

}
