package fr.medecinproche.messaging;

/**
 * How a message travels.
 */
public enum Channel {

	EMAIL, SMS

}
