package fr.medecinproche.testing;

import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was written to people, wherever it is on its way.
 *
 * @param jdbc the database
 */
public record Letters(JdbcClient jdbc) {

	/**
	 * The link somebody follows.
	 * @param path what its address looks like, a regular expression
	 * @return the address in the latest letter that has one
	 */
	public String linkIn(String path) {
		var letters = this.jdbc.sql("select body_text from outbox_message order by id desc").query(String.class).list();
		var link = Pattern.compile(path).matcher(String.join("\n", letters));
		assertThat(link.find()).as("a letter with %s", path).isTrue();
		return link.group();
	}

}
