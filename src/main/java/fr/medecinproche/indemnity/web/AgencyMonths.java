package fr.medecinproche.indemnity.web;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

import fr.medecinproche.schedule.ShownMonth;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The months the agency's pages show: the past year, up to the present month.
 */
@Component
class AgencyMonths {

	private static final int BACK = 12;

	private final Clock clock;

	AgencyMonths(Clock clock) {
		this.clock = clock;
	}

	/** The month asked for; or else another. */
	ShownMonth shown(@Nullable String typed, YearMonth usual) {
		var present = present();
		var month = ShownMonth.of((typed != null) ? typed : usual.toString(), present, BACK).month();
		return new ShownMonth(month.isAfter(present) ? present : month, present.minusMonths(BACK), present);
	}

	/** The month asked for; or else the last one that is over. */
	ShownMonth shown(@Nullable String typed) {
		return shown(typed, present().minusMonths(1));
	}

	/** The month of an address, which must be one. */
	YearMonth exactly(String typed) {
		try {
			var month = YearMonth.parse(typed);
			if (shown(typed).month().equals(month)) {
				return month;
			}
		}
		catch (DateTimeParseException ex) {
			// not a month
		}
		throw new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	YearMonth present() {
		return YearMonth.now(this.clock);
	}

}
