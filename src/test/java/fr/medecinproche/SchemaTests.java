package fr.medecinproche;

import fr.medecinproche.testing.ApplicationTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class SchemaTests {

	@Autowired
	JdbcClient jdbc;

	@Test
	void every_foreign_key_has_an_index() {
		var bare = this.jdbc.sql("""
				select c.conrelid::regclass || '.' || c.conname from pg_constraint c
				where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
				  select 1 from pg_index i where i.indrelid = c.conrelid
				    and (i.indkey::smallint[])[0] = any (c.conkey))
				""").query(String.class).list();
		assertThat(bare).isEmpty();
	}

}
