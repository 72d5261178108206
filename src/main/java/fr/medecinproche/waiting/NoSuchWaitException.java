package fr.medecinproche.waiting;

/**
 * A link nobody was given, or whose owner waits no more and is forgotten.
 */
public class NoSuchWaitException extends RuntimeException {

}
