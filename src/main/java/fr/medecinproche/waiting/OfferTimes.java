package fr.medecinproche.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import fr.medecinproche.appointment.BookingWindow;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.ConsultationTime;
import fr.medecinproche.schedule.HalfDay;

import org.springframework.stereotype.Component;

/**
 * When offers may be made, and how long they last.
 */
@Component
class OfferTimes {

	private final WaitingSettings settings;

	private final BookingWindow window;

	private final Clock clock;

	OfferTimes(WaitingSettings settings, BookingWindow window, Clock clock) {
		this.settings = settings;
		this.window = window;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	LocalDate today() {
		return now().atZone(HalfDay.ZONE).toLocalDate();
	}

	int patience() {
		return this.settings.patience();
	}

	boolean areQuiet() {
		return this.settings.isQuietAt(now());
	}

	Instant morningAfter() {
		return this.settings.morningAfter(now());
	}

	/**
	 * Whether an offer of a time would last long enough to be read.
	 * @param time a free time
	 * @return false when online bookings of it close too soon
	 */
	boolean isLongEnough(ConsultationTime time) {
		return !time.startsAt()
			.minus(this.settings.shortest())
			.isBefore(this.window.opensAt(Channel.WAITING_LIST, this.clock));
	}

	/**
	 * When an offer of a time ends: after half an hour, or when online bookings of it
	 * close.
	 * @param time a time that {@linkplain #isLongEnough lasts long enough}
	 * @return an instant to come
	 */
	Instant until(ConsultationTime time) {
		var usual = now().plus(this.settings.offer());
		var closes = time.startsAt().minus(this.window.closesBefore());
		return usual.isBefore(closes) ? usual : closes;
	}

}
