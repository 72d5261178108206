package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.waiting.Ending;
import fr.medecinproche.waiting.OfferMade;
import fr.medecinproche.waiting.WaitingEnded;
import fr.medecinproche.waiting.WaitingEntries;
import fr.medecinproche.waiting.WaitingEntry;
import fr.medecinproche.waiting.WaitingJoined;
import fr.medecinproche.waiting.WaitingOffer;
import fr.medecinproche.waiting.WaitingOffers;
import fr.medecinproche.web.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to those who wait. An offer lasts half an hour, so it goes by e-mail and by text
 * message to whoever gave both; the rest goes by e-mail where there is an address.
 */
@Component
class WaitingLetters {

	private static final Duration USEFUL = Duration.ofDays(3);

	/** How many people of one phone or address are welcomed in a day: a large family. */
	private static final int WELCOMES = 6;

	private final WaitingEntries entries;

	private final WaitingOffers offers;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Words words;

	private final Clock clock;

	WaitingLetters(WaitingEntries entries, WaitingOffers offers, Outbox outbox, LetterWriter writer, Words words,
			Clock clock) {
		this.entries = entries;
		this.offers = offers;
		this.outbox = outbox;
		this.writer = writer;
		this.words = words;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(WaitingJoined event) {
		this.entries.findById(event.entryId())
			.filter((entry) -> !isOverrun(entry.getPatient()))
			.ifPresent((entry) -> write(entry, "joined",
					Notice.of("WaitingJoined").leadingTo("/alertes/" + event.link())));
	}

	/** Whoever types names and somebody else's number does not make it ring all day. */
	private boolean isOverrun(@Nullable Patient patient) {
		return patient != null
				&& this.outbox.countTo((patient.email() != null) ? patient.email() : String.valueOf(patient.phone()),
						"waiting:%:joined:%", this.clock.instant().minus(Duration.ofDays(1))) >= WELCOMES;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(WaitingEnded event) {
		var kind = switch (event.ending()) {
			case BOOKED -> "WaitingBooked";
			case UNANSWERED -> "WaitingUnanswered";
			case EXPIRED, LEFT -> "WaitingExpired";
		};
		this.entries.findById(event.entryId())
			.filter((entry) -> event.ending() != Ending.LEFT)
			.ifPresent((entry) -> write(entry, "ended", Notice.of(kind).leadingTo("/alertes/" + event.link())));
	}

	/** One of a kind a day. */
	private void write(WaitingEntry entry, String what, Notice notice) {
		var patient = entry.getPatient();
		if (patient == null) {
			return;
		}
		var key = "waiting:%d:%s:%s".formatted(entry.getId(), what, LocalDate.now(this.clock));
		var until = this.clock.instant().plus(USEFUL);
		if (patient.email() != null) {
			this.outbox
				.enqueue(this.writer.mail(new Envelope(key, patient.email(), entry.getLocale(), until), notice, null));
		}
		else if (patient.mobile().isPresent()) {
			this.outbox.enqueue(this.writer
				.sms(new Envelope(key, String.valueOf(patient.phone()), entry.getLocale(), until), notice));
		}
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(OfferMade event) {
		var offer = this.offers.findById(event.offerId()).orElseThrow();
		var entry = offer.getEntry();
		var patient = entry.getPatient();
		if (patient == null) {
			return;
		}
		Function<String, Notice> notice = (place) -> notice(offer, place)
			.leadingTo("/alertes/" + event.link() + "/offre");
		var place = Place.of(offer.getSlot());
		if (patient.email() != null) {
			this.outbox
				.enqueue(this.writer.mail(envelope(offer, "mail", patient.email()), notice.apply(place.name()), null));
		}
		if (patient.mobile().isPresent()) {
			var envelope = envelope(offer, "sms", String.valueOf(patient.phone()));
			var letter = this.writer.sms(envelope, notice.apply(place.name()));
			this.outbox.enqueue((Gsm7.messages(letter.text()) == 1) ? letter
					: this.writer.sms(envelope, notice.apply(place.town())));
		}
	}

	private Notice notice(WaitingOffer offer, String placeName) {
		var said = this.words.in(offer.getEntry().getLocale());
		var place = Place.of(offer.getSlot());
		return Notice
			.of("OfferMade", said.time(offer.getOpenUntil()), said.dayWithoutYear(offer.getDay()),
					said.time(offer.getTime()), placeName)
			.with("when", said.dayAndTime(offer.getStartsAt()))
			.with("where", place.inFull())
			.with("phone", place.phone());
	}

	private static Envelope envelope(WaitingOffer offer, String way, String recipient) {
		var key = "waiting-offer:%d:%s".formatted(offer.getId(), way);
		return new Envelope(key, recipient, offer.getEntry().getLocale(), offer.getOpenUntil());
	}

}
