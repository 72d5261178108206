package fr.medecinproche.local;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the application on a developer's or evaluator's machine.
 *
 * @param enabled whether the application may bring its own database and demo people
 * @param folder where the embedded database keeps its data between runs
 */
@ConfigurationProperties("medecin-proche.local")
record LocalProperties(@DefaultValue("true") boolean enabled, @DefaultValue(".local") Path folder) {
}
