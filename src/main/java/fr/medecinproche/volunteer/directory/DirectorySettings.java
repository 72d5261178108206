package fr.medecinproche.volunteer.directory;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The extract to import when the application starts.
 *
 * @param file the file of activities, and that of skills after a comma; none by default
 */
@ConfigurationProperties("medecin-proche.directory")
record DirectorySettings(@DefaultValue List<Path> file) {

}
