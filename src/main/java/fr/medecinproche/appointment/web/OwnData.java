package fr.medecinproche.appointment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentStatus;
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
 */
record OwnData(Personne personne, RendezVous rendezVous, List<Message> messages) {

	static OwnData of(Appointment visit, Patient who, @Nullable String lives, List<SentLetter> letters) {
		var site = visit.getSlot().getSite();
		return new OwnData(
				new Personne(who.givenName(), who.familyName(), who.birthDate(), who.phone(), who.email(), lives,
						who.regularDoctor(), who.forRelative()),
				new RendezVous(visit.getDay().atTime(visit.getTime()), site.getNom(), site.getCommune().getNom(),
						visit.getKind().getMinutes(), visit.getStatus(), String.valueOf(visit.getCode()),
						visit.getLocale().getLanguage()),
				letters.stream().map((letter) -> new Message(letter.at(), letter.channel(), letter.sent())).toList());
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

}
