package fr.medecinproche.appointment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the operator wants contacts checked.
 *
 * @param contactCheck {@code none} or {@code code}
 */
@ConfigurationProperties("medecin-proche.booking")
record ContactCheckSettings(@DefaultValue("none") Mode contactCheck) implements ContactCheckPolicy {

	@Override
	public boolean byCode() {
		return this.contactCheck == Mode.CODE;
	}

	enum Mode {

		NONE, CODE

	}

}
