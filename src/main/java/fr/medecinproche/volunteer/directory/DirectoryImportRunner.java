package fr.medecinproche.volunteer.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

import fr.medecinproche.volunteer.HealthDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Imports the extract named in the settings, unless it is the one already there, and goes
 * on: an extract that is refused is no reason to stop serving patients.
 */
@Component
class DirectoryImportRunner implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DirectoryImportRunner.class);

	/** PS_LibreAcces_Personne_activite_AAAAMMJJhhmm.txt */
	private static final Pattern DATED = Pattern.compile("_(20\\d{6})\\d{4}\\b");

	private final DirectorySettings settings;

	private final DirectoryImport load;

	private final HealthDirectory directory;

	private final Clock clock;

	DirectoryImportRunner(DirectorySettings settings, DirectoryImport load, HealthDirectory directory, Clock clock) {
		this.settings = settings;
		this.load = load;
		this.directory = directory;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.settings.file().isEmpty()) {
			load(this.settings.file());
		}
	}

	void load(List<Path> files) {
		try {
			var name = String.valueOf(files.getFirst().getFileName());
			var day = dayOf(files.getFirst());
			if (this.directory.extract().filter((it) -> it.name().equals(name) && it.day().equals(day)).isPresent()) {
				log.info("Directory: {} is already imported", name);
				return;
			}
			var resources = files.stream().map((file) -> (Resource) new FileSystemResource(file)).toList();
			log.info("Directory: {} doctors imported from {}", this.load.load(name, day, resources), name);
		}
		catch (IOException | BrokenExtractException | DateTimeException | DataAccessException ex) {
			log.error("Directory: refused, nothing has changed. {}", ex.getMessage());
		}
	}

	/** The day in the file's name, or the one the file was written. */
	private LocalDate dayOf(Path file) throws IOException {
		var dated = DATED.matcher(String.valueOf(file.getFileName()));
		return dated.find() ? LocalDate.parse(dated.group(1), DateTimeFormatter.BASIC_ISO_DATE)
				: LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), this.clock.getZone());
	}

}
