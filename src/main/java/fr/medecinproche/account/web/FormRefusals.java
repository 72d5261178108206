package fr.medecinproche.account.web;

import java.util.Objects;

import fr.medecinproche.account.AccountRefusedException;

import org.springframework.validation.BindingResult;

/**
 * Says a rule's refusal at the field it is about.
 */
final class FormRefusals {

	private FormRefusals() {
	}

	static void tell(AccountRefusedException refusal, BindingResult errors) {
		var sentence = Objects.requireNonNull(refusal.getCodes())[0];
		switch (refusal.reason()) {
			case WRONG_PASSWORD, TOO_MANY_TRIES -> errors.rejectValue("current", sentence);
			case WRONG_CODE -> errors.rejectValue("code", sentence);
			case WEAK_PASSWORD -> errors.rejectValue("password", sentence);
			case SAME_EMAIL, TOO_MANY_CHANGES, EMAIL_TAKEN -> errors.rejectValue("email", sentence);
			default -> errors.reject(sentence);
		}
	}

}
