package fr.medecinproche.volunteer.web;

import fr.medecinproche.volunteer.BillingNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;

/**
 * The number a doctor bills under, as it is typed.
 *
 * @param billingNumber nine digits; nothing takes back what was noted
 */
record BillingNumberForm(@Nullable String billingNumber) {

	static BillingNumberForm of(@Nullable BillingNumber number) {
		return new BillingNumberForm((number != null) ? number.digits() : null);
	}

	@Nullable BillingNumber read(BindingResult errors) {
		if (!StringUtils.hasText(this.billingNumber)) {
			return null;
		}
		var read = BillingNumber.parse(this.billingNumber);
		if (read.isEmpty()) {
			errors.rejectValue("billingNumber", "volunteer.billing.wrong");
		}
		return read.orElse(null);
	}

}
