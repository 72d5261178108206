package fr.medecinproche.local;

/**
 * A part of the demo data: people, sites, half-days… Parts are created once, in the order
 * of their {@link org.springframework.core.annotation.Order @Order}, in one transaction;
 * each is a bean {@link OnLocalMachine}.
 */
interface DemoPart {

	/** Creates the rows of this part in a database that holds the reference data. */
	void create();

}
