package fr.medecinproche.territory.web;

import java.util.Locale;

/**
 * What the agency printed of a department, in the order in which it is read.
 */
enum Indicator {

	POPULATION, CROISSANCE_PCT_AN(true), PLUS_65_ANS_PCT(true), PLUS_65_ANS_2050_PCT(true), TAUX_PAUVRETE_PCT(true),
	NB_COMMUNES, ZONES_PRIORITAIRES_NOMBRE, SANS_MEDECIN_TRAITANT_PCT(true), MG_NOMBRE, MG_POUR_100000,
	MG_60_ANS_ET_PLUS_PCT(true), MG_RETRAITE_AVANT_2035_PCT(true), MSP_NOMBRE, CENTRES_SANTE_NOMBRE, CPTS_NOMBRE,
	CPTS_COUVERTURE_PCT(true), INFIRMIERS_NOMBRE, KINESITHERAPEUTES_NOMBRE, CHIRURGIENS_DENTISTES_NOMBRE,
	SAGES_FEMMES_NOMBRE, PHARMACIES_NOMBRE;

	private final boolean percentage;

	Indicator() {
		this(false);
	}

	Indicator(boolean percentage) {
		this.percentage = percentage;
	}

	public boolean isPercentage() {
		return this.percentage;
	}

	/** The heading of its column in the reference file. */
	String column() {
		return name().toLowerCase(Locale.ROOT);
	}

}
