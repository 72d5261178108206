package fr.medecinproche.web;

import org.springframework.data.domain.PageRequest;

/**
 * The page of a list somebody asks for, whatever stands in the address.
 */
public final class AskedPage {

	private AskedPage() {
	}

	/**
	 * The page asked for, or the last there is.
	 * @param number which page, from 0
	 * @param total how many rows the list has
	 * @param size how many a page shows
	 * @return a page that has rows, or the first of an empty list
	 */
	public static PageRequest of(int number, int total, int size) {
		return PageRequest.of(Math.clamp(number, 0, Math.max(0, total - 1) / size), size);
	}

}
