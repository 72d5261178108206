package fr.medecinproche.messaging;

import java.util.Arrays;
import java.util.Locale;

import fr.medecinproche.testing.ApplicationTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class LetterWriterTests {

	@Autowired
	LetterWriter writer;

	@Test
	void the_text_of_a_letter_reads_from_top_to_bottom() {
		var letter = this.writer.mail(envelope(Locale.FRENCH), booked(), null);
		assertThat(letter.subject()).isEqualTo("Votre rendez-vous du mardi 12 janvier");
		assertThat(letter.text()).startsWith("""
				Bonjour,

				Votre rendez-vous est confirmé.

				Quand\u00a0: mardi 12 janvier 2027 à 9 h 20
				Où\u00a0: Maison de santé, 3 rue de l’Église, 32230 Marciac

				Voir, déplacer ou annuler mon rendez-vous\u00a0:
				http://localhost:8080/rendez-vous/s3cret

				Apportez votre carte Vitale""").endsWith("personne ne lit les réponses.\n").doesNotContain("\n\n\n");
	}

	@Test
	void the_page_of_a_letter_says_the_same() {
		var page = Jsoup.parse(this.writer.mail(envelope(Locale.FRENCH), booked(), null).html());
		assertThat(page.title()).isEqualTo("Votre rendez-vous du mardi 12 janvier");
		assertThat(page.select("html").attr("lang")).isEqualTo("fr");
		assertThat(page.select("th").eachText()).containsExactly("Quand", "Où");
		assertThat(page.select("a[href]").eachAttr("href")).containsExactly("http://localhost:8080/rendez-vous/s3cret");
		assertThat(page.select("a").text()).isEqualTo("Voir, déplacer ou annuler mon rendez-vous");
		assertThat(page.select("[style], style, script, img, link")).isEmpty();
	}

	@Test
	void a_letter_is_written_in_the_language_of_its_reader() {
		var letter = this.writer.mail(envelope(Locale.ENGLISH), booked(), null);
		assertThat(letter.subject()).isEqualTo("Your appointment on mardi 12 janvier");
		assertThat(letter.text()).contains("Where: Maison de santé", "In an emergency call 15");
		assertThat(Jsoup.parse(letter.html()).select("html").attr("lang")).isEqualTo("en");
	}

	@Test
	void what_people_typed_stays_text() {
		var notice = Notice.of("VolunteerRefused", "<script>alert(1)</script> {0} ${1+1} #{x}",
				"RPPS illisible.\nMerci");
		var letter = this.writer.mail(envelope(Locale.FRENCH), notice, null);
		var page = Jsoup.parse(letter.html());
		assertThat(page.select("script")).isEmpty();
		assertThat(page.select("p").eachText()).contains("Bonjour <script>alert(1)</script> {0} ${1+1} #{x},",
				"RPPS illisible.", "Merci");
		assertThat(letter.text()).contains("Bonjour <script>alert(1)</script> {0} ${1+1} #{x},");
	}

	@Test
	void a_text_message_is_one_message_of_the_alphabet() {
		var letter = this.writer.sms(envelope(Locale.FRENCH),
				Notice
					.of("AppointmentBooked", "mardi 12 janvier", "9\u00a0h\u00a020",
							"Maison de santé de Château-l’Évêque", "AC7\u00a0XYK")
					.leadingTo("/rendez-vous/" + "s".repeat(24)));
		assertThat(letter.text())
			.startsWith("RDV mardi 12 janvier à 9 h 20, Maison de santé de Chateau-l'Éveque" + ". Code AC7 XYK. http");
		assertThat(Gsm7.messages(letter.text())).isOne();
	}

	@Test
	void every_letter_has_its_words_in_both_languages() {
		for (var locale : new Locale[] { Locale.FRENCH, Locale.ENGLISH }) {
			for (var kind : new String[] { "EmailConfirmationRequested", "PasswordResetRequested",
					"RegistrationRepeated", "VolunteerAccepted", "VolunteerRefused", "FileReopened", "FileSentBack",
					"FileAtOrdre", "FileAtCpam", "FileNumberGiven", "FileSuspended", "FileResumed", "FileWithdrawn",
					"ReminderToAnswer", "ReminderToAskOrdre", "ReminderToAskCpam", "FilesWaiting", "HalfDayTaken",
					"HalfDayGivenBack", "HalfDayClosed", "AppointmentBooked", "AppointmentMoved", "AppointmentProposed",
					"AppointmentReminder", "AppointmentCancelled", "AppointmentCalledOff" }) {
				var letter = this.writer.mail(envelope(locale), Notice.of(kind, "a", "b", "c", "d", "e", "f"), null);
				assertThat(letter.subject()).as(kind).isNotBlank();
				assertThat(Arrays.asList(letter.text(), letter.html(), letter.subject())).as(kind)
					.noneMatch((form) -> form.contains("??") || form.contains("messaging.")
							|| form.matches("(?s).*\\{\\d}.*"));
			}
		}
	}

	private static Envelope envelope(Locale locale) {
		return new Envelope("appointment:7:booked", "jeanne@example.org", locale, Letters.useful());
	}

	private static Notice booked() {
		return Notice.of("AppointmentBooked", "mardi 12 janvier")
			.with("when", "mardi 12 janvier 2027 à 9 h 20")
			.with("where", "Maison de santé, 3 rue de l’Église, 32230 Marciac")
			.leadingTo("/rendez-vous/s3cret");
	}

}
