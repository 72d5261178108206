package fr.medecinproche.appointment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentStatus;
import fr.medecinproche.appointment.Continuation;
import fr.medecinproche.appointment.ContinuationKind;
import fr.medecinproche.appointment.Follower;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.SentLetter;
import org.jspecify.annotations.Nullable;

/**
 * All that is held about a patient for one visit, for them to take away. Its names are
 * those people read in the file.
 *
 * @param personne who comes
 * @param rendezVous the visit
 * @param messages what was written to them
 * @param suites what remains to be done after the visit, or was done
 */
record OwnData(Personne personne, RendezVous rendezVous, List<Message> messages, List<Suite> suites) {

	static OwnData of(Appointment visit, Patient who, @Nullable String lives, List<SentLetter> letters,
			List<Continuation> noted) {
		var site = visit.getSlot().getSite();
		return new OwnData(
				new Personne(who.givenName(), who.familyName(), who.birthDate(), who.phone(), who.email(), lives,
						who.regularDoctor(), who.forRelative()),
				new RendezVous(visit.getDay().atTime(visit.getTime()), site.getNom(), visit.getSlot().getPlace().town(),
						visit.getMinutes(), visit.getStatus(), String.valueOf(visit.getCode()),
						visit.getLocale().getLanguage()),
				letters.stream().map((letter) -> new Message(letter.at(), letter.channel(), letter.sent())).toList(),
				noted.stream()
					.map((each) -> new Suite(each.getWhat(), each.getFollower(), each.getDue(), each.getDoneAt()))
					.toList());
	}

	record Personne(String prenom, String nom, LocalDate dateDeNaissance, @Nullable String telephone,
			@Nullable String email, @Nullable String commune, RegularDoctor medecinTraitant,
			boolean reserveParUnProche) {
	}

	record RendezVous(LocalDateTime heureLocale, String lieu, String commune, long minutes, AppointmentStatus etat,
			String code, String langue) {
	}

	record Message(Instant date, String canal, boolean envoye) {
	}

	record Suite(ContinuationKind quoi, Follower quiSuit, @Nullable LocalDate avantLe, @Nullable Instant faitLe) {
	}

}
