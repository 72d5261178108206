package fr.medecinproche.messaging;

import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;
import fr.medecinproche.schedule.HalfDayHandedOver;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.HalfDayTaken;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to doctors about their half-days, which appear in their calendar and leave it.
 */
@Component
class HalfDayLetters {

	private final HalfDaySlots slots;

	private final Volunteers volunteers;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final LetterCalendar calendar;

	private final Words words;

	HalfDayLetters(HalfDaySlots slots, Volunteers volunteers, Outbox outbox, LetterWriter writer,
			LetterCalendar calendar, Words words) {
		this.slots = slots;
		this.volunteers = volunteers;
		this.outbox = outbox;
		this.writer = writer;
		this.calendar = calendar;
		this.words = words;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(HalfDayTaken event) {
		write("HalfDayTaken", event.slotId(), event.volunteerId());
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(HalfDayGivenBack event) {
		write("HalfDayGivenBack", event.slotId(), event.volunteerId());
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(HalfDayClosed event) {
		if (event.volunteerId() != null) {
			write("HalfDayClosed", event.slotId(), event.volunteerId());
		}
	}

	/** The one is told that the other comes, and the other that the patients stay. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(HalfDayHandedOver event) {
		write("HalfDayHandedOver", event.slotId(), event.from());
		write("HalfDayReceived", event.slotId(), event.to());
	}

	private void write(String kind, long slotId, long volunteerId) {
		var slot = this.slots.findById(slotId).orElseThrow();
		var volunteer = this.volunteers.findById(volunteerId).orElseThrow();
		var account = volunteer.getAccount();
		var file = this.calendar.halfDay(slotId, volunteerId, account.email().value(), account.locale());
		var entry = file.events().getFirst();
		var key = "half-day:%d:%s:%d:%d".formatted(slotId, kind, volunteerId, entry.sequence());
		var envelope = new Envelope(key, account.email().value(), account.locale(), slot.begins());
		var notice = notice(kind, slot, volunteer)
			.leadingTo(entry.cancelled() ? "/medecin/demi-journees" : "/medecin/agenda");
		this.outbox.enqueue(this.writer.mail(envelope, notice, file));
	}

	private Notice notice(String kind, HalfDaySlot slot, Volunteer volunteer) {
		var said = this.words.in(volunteer.getAccount().locale());
		var day = slot.getHalfDay().day();
		var place = Place.of(slot);
		return Notice.of(kind, said.dayWithoutYear(day), volunteer.getTitle())
			.with("when",
					"%s, %s – %s".formatted(said.day(day), said.time(slot.getStartsAt()), said.time(slot.getEndsAt())))
			.with("where", place.inFull())
			.with("phone", place.phone());
	}

}
