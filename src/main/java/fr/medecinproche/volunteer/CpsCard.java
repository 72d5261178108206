package fr.medecinproche.volunteer;

import java.time.LocalDate;

import fr.medecinproche.volunteer.FileRefusedException.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where the new card of a health professional stands. It is told beside the path of the
 * file and holds nothing up.
 *
 * @param askedOn when it was asked for, null when it was not or nobody knows
 * @param receivedOn when it came, or null
 */
@Embeddable
public record CpsCard(@Nullable @Column(name = "cps_asked_on") LocalDate askedOn,
		@Nullable @Column(name = "cps_received_on") LocalDate receivedOn) {

	/** Not asked for yet. */
	public static final CpsCard NOT_ASKED = new CpsCard(null, null);

	/**
	 * Makes sure the days make sense.
	 * @param today the day they are told
	 * @return this
	 * @throws FileRefusedException when a day is to come, or the card came before it was
	 * asked for
	 */
	CpsCard checkedOn(LocalDate today) {
		if ((this.askedOn != null && this.askedOn.isAfter(today))
				|| (this.receivedOn != null && this.receivedOn.isAfter(today))) {
			throw new FileRefusedException(Reason.IN_THE_FUTURE);
		}
		if (this.askedOn != null && this.receivedOn != null && this.receivedOn.isBefore(this.askedOn)) {
			throw new FileRefusedException(Reason.CARD_BEFORE_ASKED);
		}
		return this;
	}

}
