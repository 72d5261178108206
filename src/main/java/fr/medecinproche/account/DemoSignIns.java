package fr.medecinproche.account;

import java.util.List;

/**
 * The invented people an evaluator may sign in as. There is such a bean only where there
 * is demo data; the sign-in page then shows them.
 */
public interface DemoSignIns {

	/**
	 * Whom an evaluator may sign in as.
	 * @return in the order to show them
	 */
	List<Person> people();

	/**
	 * The password they all share.
	 * @return in clear, since it is shown on the page
	 */
	String password();

	/**
	 * One invented person.
	 *
	 * @param email what to type
	 * @param descriptionKey the key of the words that say who it is
	 */
	record Person(String email, String descriptionKey) {
	}

}
