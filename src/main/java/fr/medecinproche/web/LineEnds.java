package fr.medecinproche.web;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line of print may end: after a space or a hyphen. The usual rules also end one
 * after an apostrophe, which no French reader expects.
 */
class LineEnds implements FSTextBreaker {

	private String text = "";

	private int at;

	@Override
	public void setText(String text) {
		this.text = text;
		this.at = 0;
	}

	@Override
	public int next() {
		while (this.at < this.text.length()) {
			char passed = this.text.charAt(this.at++);
			if (passed == ' ' || passed == '-') {
				return this.at;
			}
		}
		return -1;
	}

}
