package fr.medecinproche.messaging;

import java.util.Optional;
import java.util.function.Function;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.web.CalendarFile;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Addresses letters about an appointment to its patient, as the patient can be reached.
 */
@Component
class PatientPost {

	private final LetterWriter writer;

	PatientPost(LetterWriter writer) {
		this.writer = writer;
	}

	/**
	 * An e-mail.
	 * @param appointment what it is about
	 * @param what what happened, for the key that makes it one letter
	 * @param file for the patient's calendar, given the address; null without one
	 * @param notice what to say, given the name of the place
	 * @return empty without an e-mail address
	 */
	Optional<Letter> mail(Appointment appointment, String what, Function<String, @Nullable CalendarFile> file,
			Function<String, Notice> notice) {
		return patientOf(appointment).map(Patient::email)
			.map((email) -> this.writer
				.mail(envelope(appointment, what, email), notice.apply(placeOf(appointment).name()), file.apply(email))
				.about(appointment.getId()));
	}

	/**
	 * A text message.
	 * @param appointment what it is about
	 * @param what what happened, for the key that makes it one letter
	 * @param notice what to say, given the name of the place
	 * @return empty without a mobile
	 */
	Optional<Letter> sms(Appointment appointment, String what, Function<String, Notice> notice) {
		return patientOf(appointment).flatMap(Patient::mobile).map((mobile) -> {
			var envelope = envelope(appointment, what, mobile.e164());
			var place = placeOf(appointment);
			var letter = this.writer.sms(envelope, notice.apply(place.name()));
			// a long name of a place costs a second message: the town says enough
			var shorter = (Gsm7.messages(letter.text()) == 1) ? letter
					: this.writer.sms(envelope, notice.apply(place.town()));
			return shorter.about(appointment.getId());
		});
	}

	/**
	 * A call for the people of the site to make.
	 * @param appointment what it is about
	 * @param what what happened, for the key that makes it one call
	 * @param notice what to say
	 * @return empty without any phone
	 */
	Optional<Letter> call(Appointment appointment, String what, Notice notice) {
		return patientOf(appointment).flatMap(Patient::phoneNumber)
			.map((phone) -> this.writer
				.call(envelope(appointment, what + ":call", phone.e164()), notice,
						appointment.getSlot().getSite().getId())
				.about(appointment.getId()));
	}

	/**
	 * A line in the list of calls about somebody nobody can reach: the people of the site
	 * find a way, and see their own number.
	 * @param appointment what it is about
	 * @param what what happened, for the key that makes it one line
	 * @param notice what to do
	 * @return the line
	 */
	Letter errand(Appointment appointment, String what, Notice notice) {
		var site = appointment.getSlot().getSite();
		return this.writer.call(envelope(appointment, what + ":errand", site.getPhone().e164()), notice, site.getId())
			.about(appointment.getId());
	}

	private static Optional<Patient> patientOf(Appointment appointment) {
		return Optional.ofNullable(appointment.getPatient());
	}

	private static Place placeOf(Appointment appointment) {
		return Place.of(appointment.getSlot());
	}

	private static Envelope envelope(Appointment appointment, String what, String recipient) {
		return new Envelope("appointment:%d:%s".formatted(appointment.getId(), what), recipient,
				appointment.getLocale(), appointment.getStartsAt());
	}

}
