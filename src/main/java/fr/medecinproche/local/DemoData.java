package fr.medecinproche.local;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty database with invented people and half-days; leaves any other as it is.
 */
@Component
@OnLocalMachine
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(DemoData.class);

	private final JdbcClient jdbc;

	private final List<DemoPart> parts;

	DemoData(JdbcClient jdbc, List<DemoPart> parts) {
		this.jdbc = jdbc;
		this.parts = parts;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments arguments) {
		if (this.jdbc.sql("select exists (select from account)").query(Boolean.class).single()) {
			return;
		}
		this.parts.forEach(DemoPart::create);
		logger.info("Demo data created");
	}

}
