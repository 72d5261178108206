package fr.medecinproche.insight;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What reports tell of a place and a time. The words of each, and its definition, are
 * messages: {@code report.indicator.<name>} and {@code report.definition.<name>}.
 */
public enum Indicator {

	/** Half-days opened. */
	OPENED(Unit.COUNT, (line) -> line.tally().opened()),
	/** Half-days taken. */
	TAKEN(Unit.COUNT, (line) -> line.tally().taken()),
	/** Half-days held. */
	HELD(Unit.COUNT, (line) -> line.tally().held()),
	/** Half-days taken, of those opened. */
	FILL((line) -> new Share(line.tally().taken(), line.tally().opened())),
	/** Consultations offered. */
	OFFERED(Unit.COUNT, (line) -> line.tally().offered()),
	/** Appointments booked. */
	BOOKED(Unit.COUNT, (line) -> line.tally().booked()),
	/** Appointments honoured. */
	HONOURED(Unit.COUNT, (line) -> line.tally().honoured()),
	/** Patients who did not come. */
	ABSENT(Unit.COUNT, (line) -> line.tally().absent()),
	/** The time of doctors that patients have booked. */
	BOOKED_TIME((line) -> new Share(line.tally().bookedMinutes(), line.tally().minutes())),
	/** Of the patients noted as come or as absent, the absent ones. */
	NO_SHOW((line) -> new Share(line.tally().absent(), line.tally().honoured() + line.tally().absent())),
	/** Of the booked patients, those without a « médecin traitant ». */
	WITHOUT_REGULAR_DOCTOR((line) -> new Share(line.tally().withoutRegularDoctor(), line.tally().booked())),
	/** Different doctors who came. */
	DOCTORS(Unit.COUNT, (line) -> line.doctors().came()),
	/** Doctors who came back. */
	CAME_BACK((line) -> new Share(line.doctors().cameBack(), line.doctors().measured())),
	/** The median delay to the first free time. */
	DELAY(Unit.DAYS, (line) -> line.waits().median()),
	/** Days when a zone had no free time at all. */
	NO_TIME((line) -> new Share(line.waits().noted() - line.waits().withTime(), line.waits().noted())),
	/** Half-days taken, for a thousand inhabitants. */
	PER_THOUSAND(Unit.RATE, ReportLine::perThousand);

	private final Unit unit;

	private final Function<ReportLine, @Nullable Number> value;

	private final @Nullable Function<ReportLine, Share> share;

	Indicator(Unit unit, Function<ReportLine, @Nullable Number> value) {
		this.unit = unit;
		this.value = value;
		this.share = null;
	}

	Indicator(Function<ReportLine, Share> share) {
		this.unit = Unit.PERCENT;
		this.value = (line) -> share.apply(line).percent();
		this.share = share;
	}

	public Unit unit() {
		return this.unit;
	}

	/**
	 * What it is for a place and a time.
	 * @param line the place and the time
	 * @return a number, or {@code null} when there is nothing to tell it from
	 */
	public @Nullable Number of(ReportLine line) {
		return this.value.apply(line);
	}

	/**
	 * What a percentage is a part of.
	 * @param line the place and the time
	 * @return the part and the whole, or {@code null} for what is no percentage
	 */
	public @Nullable Share share(ReportLine line) {
		return (this.share != null) ? this.share.apply(line) : null;
	}

	/** What a figure is counted in, and its decimals. */
	public enum Unit {

		/** Something one counts. */
		COUNT(0),
		/** Of a hundred. */
		PERCENT(1),
		/** Days. */
		DAYS(1),
		/** For a thousand inhabitants. */
		RATE(2);

		private final int decimals;

		Unit(int decimals) {
			this.decimals = decimals;
		}

		public int decimals() {
			return this.decimals;
		}

	}

}
