package fr.medecinproche;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The application. Times are those of mainland France, where every consultation takes
 * place.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MedecinProcheApplication {

	public static void main(String[] args) {
		SpringApplication.run(MedecinProcheApplication.class, args);
	}

	/**
	 * The one source of "now".
	 * @return the system clock in the zone Europe/Paris
	 */
	@Bean
	Clock clock() {
		return Clock.system(ZoneId.of("Europe/Paris"));
	}

}
