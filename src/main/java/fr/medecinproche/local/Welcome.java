package fr.medecinproche.local;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Ends the log of a start with the address and the demo sign-ins.
 */
@Component
@OnLocalMachine
class Welcome {

	private static final Logger logger = LoggerFactory.getLogger(Welcome.class);

	private final Environment environment;

	Welcome(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void greet() {
		var address = "http://localhost:" + this.environment.getProperty("local.server.port", "8080");
		var signIns = Arrays.stream(DemoSignIn.values())
			.map((signIn) -> "    %-26s %s%n".formatted(signIn.email(), signIn.who()))
			.collect(Collectors.joining());
		logger.info("""
				ready

				  {}
				  Sign in at {}/compte/connexion, everybody with the password: {}

				{}
				  Messages sent: {}/demo/messages    Data: kept between runs, --demo.reset=true starts afresh
				""", address, address, DemoSignIn.PASSWORD, signIns, address);
	}

}
