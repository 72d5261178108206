package fr.medecinproche.messaging;

import java.util.Objects;
import java.util.function.Function;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.ProposalService;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What to say of a visit that will not take place. Who asked for it themselves is told
 * that it is done; who did not is told why, and which other times are held for them.
 */
@Component
class CancellationNotices {

	private final ProposalService proposals;

	private final AppointmentAccess access;

	private final AppointmentNotices notices;

	private final Words words;

	CancellationNotices(ProposalService proposals, AppointmentAccess access, AppointmentNotices notices, Words words) {
		this.proposals = proposals;
		this.access = access;
		this.notices = notices;
		this.words = words;
	}

	/**
	 * What to write.
	 * @param appointment the visit
	 * @param by who called it off
	 * @return the notice, given the name of the place; it leads to the times held for the
	 * patient, or else to the search
	 */
	Function<String, Notice> written(Appointment appointment, Canceller by) {
		var held = this.proposals.heldFor(appointment.getId());
		if (held.isEmpty()) {
			return (place) -> this.notices.of(kind(by), appointment, place).leadingTo(searchFrom(appointment));
		}
		var said = this.words.in(appointment.getLocale());
		var until = held.stream().map(Appointment::getHeldUntil).filter(Objects::nonNull).sorted().findFirst();
		var link = SingletonSupplier.of(() -> this.access.issueLink(appointment).value());
		return (place) -> {
			var notice = this.notices.of("AppointmentProposed", appointment, place)
				.saying(until.map(said::dayAndTime).orElse(""));
			for (var time : held) {
				notice = notice.with("proposal",
						"%s, %s".formatted(said.dayAndTime(time.getStartsAt()), Place.of(time.getSlot()).inFull()));
			}
			return notice.leadingTo("/rendez-vous/" + link.obtain());
		};
	}

	/**
	 * What to say on the phone.
	 * @param appointment the visit
	 * @param by who called it off
	 * @return the notice
	 */
	Notice spoken(Appointment appointment, Canceller by) {
		return this.notices.of(kind(by), appointment);
	}

	private static String kind(Canceller by) {
		return switch (by) {
			case PATIENT, REGULATOR -> "AppointmentCancelled";
			case HOST -> "AppointmentCalledOffBySite";
			case VOLUNTEER, AGENCY -> "AppointmentCalledOff";
		};
	}

	private static String searchFrom(Appointment appointment) {
		var patient = appointment.getPatient();
		return (patient != null && patient.commune() != null) ? "/recherche?commune=" + patient.commune() : "/";
	}

}
