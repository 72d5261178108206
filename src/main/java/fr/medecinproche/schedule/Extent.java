package fr.medecinproche.schedule;

import java.util.List;

/**
 * How much of a day a doctor comes for.
 */
public enum Extent {

	DAY(List.of(Period.MORNING, Period.AFTERNOON)), MORNING(List.of(Period.MORNING)),
	AFTERNOON(List.of(Period.AFTERNOON));

	private final List<Period> periods;

	Extent(List<Period> periods) {
		this.periods = periods;
	}

	/**
	 * Its halves.
	 * @return one or two, the morning first
	 */
	public List<Period> periods() {
		return this.periods;
	}

}
