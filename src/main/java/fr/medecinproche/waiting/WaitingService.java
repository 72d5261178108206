package fr.medecinproche.waiting;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.territory.Commune;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes people on the waiting list and off it. A person waits once.
 */
@Service
@Transactional
public class WaitingService {

	private final WaitingEntries entries;

	private final WaitingLinks links;

	private final WaitingAccess access;

	private final Appointments appointments;

	private final WaitingSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WaitingService(WaitingEntries entries, WaitingLinks links, WaitingAccess access, Appointments appointments,
			WaitingSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.entries = entries;
		this.links = links;
		this.access = access;
		this.appointments = appointments;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Puts somebody at the end of the order. Whoever waits already keeps their place, and
	 * what they wish is noted anew; the link then goes only where their messages go.
	 * @param patient who waits, with a mobile or an address
	 * @param home where they live
	 * @param wish what they wait for
	 * @param locale the language of their messages
	 * @return a link to their page, or empty when they waited already
	 */
	public Optional<Secret> join(Patient patient, Commune home, WaitingWish wish, Locale locale) {
		oneAtATime(patient);
		var now = this.clock.instant();
		var known = waitingAs(patient);
		known.ifPresent((entry) -> entry.renew(patient, home, wish, now, this.settings.lasts()));
		var entry = known.orElseGet(
				() -> this.entries.save(new WaitingEntry(patient, home, wish, locale, now, this.settings.lasts())));
		var link = this.access.issueLink(entry);
		this.events.publishEvent(new WaitingJoined(entry.getId(), link.value()));
		return known.isPresent() ? Optional.empty() : Optional.of(link);
	}

	/** Two windows of one person wait for each other, and so do bookings for them. */
	private void oneAtATime(Patient patient) {
		this.appointments.lockPerson(patient.birthDate() + " " + patient.nameKey());
	}

	private Optional<WaitingEntry> waitingAs(Patient patient) {
		return this.entries.lockWaitingAs(patient.birthDate(), patient.nameKey())
			.stream()
			.filter((entry) -> patient.isSamePersonAs(Objects.requireNonNull(entry.getPatient())))
			.findFirst();
	}

	/**
	 * Puts somebody in the order again who waits no more.
	 * @param link their link
	 * @throws NoSuchWaitException when the link leads nowhere, or who they are is
	 * forgotten
	 */
	public void resume(Secret link) {
		var id = this.access.entryBehind(link);
		this.appointments.lockPerson(this.entries.personBehind(id).orElseThrow(NoSuchWaitException::new));
		// read once it is locked: whoever has left meanwhile is not written back
		var entry = this.entries.lock(id).orElseThrow();
		var patient = Optional.ofNullable(entry.getPatient()).orElseThrow(NoSuchWaitException::new);
		if (waitingAs(patient).isEmpty()) {
			entry.resume(this.clock.instant(), this.settings.lasts());
			this.events.publishEvent(new WaitingJoined(id, link.value()));
		}
	}

	/**
	 * Ends a wait that lasted long enough, or whose offers stay unanswered, and says so.
	 * @param entryId who waits; one who has said meanwhile that they still do is left
	 * alone
	 */
	void endByItself(long entryId) {
		var now = this.clock.instant();
		this.entries.lockToEnd(entryId, now, now.atZone(HalfDay.ZONE).toLocalDate(), this.settings.patience())
			.ifPresent((entry) -> end(entry, entry.getExpiresAt().isAfter(now) ? Ending.UNANSWERED : Ending.EXPIRED));
	}

	/**
	 * Ends the wait of whoever has just got an appointment, however they got it, and asks
	 * whether they still wait.
	 * @param appointmentId the appointment
	 */
	void endForPatientOf(long appointmentId) {
		var patient = this.appointments.findById(appointmentId).orElseThrow().getPatient();
		if (patient != null) {
			waitingAs(patient).ifPresent((entry) -> end(entry, Ending.BOOKED));
		}
	}

	void end(WaitingEntry entry, Ending why) {
		if (entry.isWaiting()) {
			entry.end(why, this.clock.instant());
			this.events.publishEvent(new WaitingEnded(entry.getId(), why, this.access.issueLink(entry).value()));
		}
	}

	/** Takes somebody out of the order who wants to be forgotten at once. */
	void leave(WaitingEntry entry) {
		entry.end(Ending.LEFT, this.clock.instant());
		entry.forget();
		this.links.deleteOf(entry.getId());
		this.events.publishEvent(new WaitingLeft(entry.getId()));
	}

}
