package fr.medecinproche.volunteer.web;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Set;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.volunteer.ApplicationAnswers;
import fr.medecinproche.volunteer.ApplicationWishes;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Registration;
import fr.medecinproche.volunteer.RegistrationService;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.StartWish;
import fr.medecinproche.volunteer.VolunteerApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;

/**
 * What an agent reads of an application, and what the directory says of it.
 */
@ApplicationTest
class ApplicationReviewTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RegistrationService registrations;

	@Autowired
	Communes communes;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private long file;

	@BeforeEach
	void anApplication() {
		this.database.clean();
		var application = new VolunteerApplication("Aline", "Roux", Scenario.rpps(42),
				PhoneNumber.parse("06 39 98 00 03").orElseThrow(), this.communes.findById("31555").orElseThrow(),
				Practice.SALARIE, Secteur.SANS_OBJET);
		var wishes = new ApplicationWishes(Set.of("243200508"), (short) 60, Set.of(DayOfWeek.TUESDAY),
				StartWish.IN_TWO_MONTHS);
		this.file = this.registrations
			.register(new Registration(new EmailAddress("aline@essai.example"), Scenario.PASSWORD, Locale.FRENCH,
					application, new ApplicationAnswers("2A", "Gériatrie", true, false, wishes)))
			.getId();
	}

	private void directoryHas(String rpps, String givenName, String familyName, String skill) {
		this.jdbc.sql(
				"insert into directory_extract (name, day, doctors, imported_at) values ('essai', '2027-01-03', 1, now())")
			.update();
		this.jdbc.sql("insert into directory_doctor values (?, ?, ?, array[?])")
			.params(rpps, givenName, familyName, skill)
			.update();
	}

	private PageAssertions file() {
		return page(this.mvc.get().uri("/ars/medecins/" + this.file).with(People.agent()).exchange()).isSound();
	}

	@Test
	void the_answers_are_there_and_without_a_directory_it_says_so() {
		file()
			.says("2A", "Gériatrie", "Jusqu’à 60 km", "Bastides et vallons du Gers", "mardi", "Dans un mois ou deux",
					"Aucun annuaire santé n’est importé")
			.doesNotSay("À vérifier");
	}

	@Test
	void a_doctor_the_directory_confirms_needs_no_check() {
		directoryHas(Scenario.rpps(42).digits(), "ALINE", "ROUX", "SM26");
		file().says("confirme le numéro, le nom et la médecine générale", "essai, état au 3 janvier 2027")
			.doesNotSay("À vérifier");
	}

	@Test
	void another_name_and_another_specialty_are_to_be_checked() {
		directoryHas(Scenario.rpps(42).digits(), "RÉMI", "ABADIE", "SM04");
		file().says("À vérifier : dans l’annuaire santé, ce numéro RPPS est au nom de Rémi Abadie.",
				"À vérifier : l’annuaire santé n’indique pas la médecine générale.");
	}

	@Test
	void a_number_nobody_has_is_to_be_checked() {
		directoryHas(Scenario.rpps(43).digits(), "RÉMI", "ABADIE", "SM26");
		file().says("À vérifier : ce numéro RPPS n’est pas dans l’annuaire santé importé.");
	}

}
