package fr.medecinproche.volunteer.web;

import java.util.List;

import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.ApplicationAnswers;
import fr.medecinproche.volunteer.DirectoryEntry;
import fr.medecinproche.volunteer.FileCheck;
import fr.medecinproche.volunteer.HealthDirectory;
import fr.medecinproche.volunteer.SubmittedApplication;
import fr.medecinproche.volunteer.SubmittedApplications;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What an agent reads of an application: the answers, and what the directory of today
 * says of them.
 */
@Component
class ApplicationReviews {

	private final SubmittedApplications applications;

	private final HealthDirectory directory;

	private final Intercommunalites zones;

	ApplicationReviews(SubmittedApplications applications, HealthDirectory directory, Intercommunalites zones) {
		this.applications = applications;
		this.directory = directory;
		this.zones = zones;
	}

	Review of(Volunteer volunteer) {
		var answers = this.applications.findById(volunteer.getId()).map(SubmittedApplication::getAnswers).orElse(null);
		var extract = this.directory.extract().orElse(null);
		var entry = (extract != null) ? this.directory.find(volunteer.getRpps()).orElse(null) : null;
		var checks = (extract != null) ? FileCheck.of(entry, volunteer.getGivenName(), volunteer.getFamilyName())
				: List.<FileCheck>of();
		return new Review(answers, wishedZones(answers), extract, entry, checks);
	}

	private List<String> wishedZones(@Nullable ApplicationAnswers answers) {
		if (answers == null || answers.wishes().zones().isEmpty()) {
			return List.of();
		}
		return this.zones.seenFrom(null)
			.stream()
			.filter((zone) -> answers.wishes().zones().contains(zone.getSiren()))
			.map(Intercommunalite::getNomArs)
			.toList();
	}

	/**
	 * What an agent reads.
	 *
	 * @param answers what the doctor answered, null for a file of before
	 * @param zones names of the zones wished for
	 * @param extract the directory imported, null for none
	 * @param entry what it has of the number, null for nothing
	 * @param checks what to look at
	 */
	record Review(@Nullable ApplicationAnswers answers, List<String> zones, HealthDirectory.@Nullable Extract extract,
			@Nullable DirectoryEntry entry, List<FileCheck> checks) {

		/** Whose name the number has in the directory. */
		public String holder() {
			return (this.entry != null) ? this.entry.givenName() + " " + this.entry.familyName() : "";
		}

	}

}
