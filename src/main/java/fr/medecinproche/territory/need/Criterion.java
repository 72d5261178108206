package fr.medecinproche.territory.need;

import java.math.BigDecimal;

/**
 * One of the five national criteria, in the order in which the agency names them.
 */
public enum Criterion {

	/** Access to general practitioners (APL): consultations per inhabitant and year. */
	ACCESS(true, 20),
	/** Young doctors among the general practitioners, per cent. */
	YOUNG_DOCTORS(true, 100),
	/** Patients with a long-term illness, per cent. */
	LONG_ILLNESS(false, 100),
	/** Minutes to the nearest emergency service. */
	EMERGENCY(false, 300),
	/** Median living standard, euros per year. */
	LIVING_STANDARD(true, 100_000);

	private final boolean lowIsWorse;

	private final BigDecimal most;

	Criterion(boolean lowIsWorse, int most) {
		this.lowIsWorse = lowIsWorse;
		this.most = BigDecimal.valueOf(most);
	}

	/** Whether a low value speaks of need, as with doctors, or a high one. */
	public boolean isLowWorse() {
		return this.lowIsWorse;
	}

	/** More than this is a slip of the finger or another unit. */
	public BigDecimal most() {
		return this.most;
	}

	/**
	 * Whether a value can be true.
	 * @param value in the unit of the criterion
	 * @return whether it lies between nothing and the most
	 */
	public boolean allows(BigDecimal value) {
		return value.signum() >= 0 && value.compareTo(this.most) <= 0;
	}

}
