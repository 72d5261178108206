package fr.medecinproche.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a territory over some months.
 *
 * @param period the months
 * @param total everything
 * @param months a line for each month
 * @param departements a line for each department where zones lie
 * @param zones a line for each zone
 * @param delays how long patients had to wait, week after week
 */
public record Report(ReportPeriod period, ReportLine total, List<ReportLine> months, List<ReportLine> departements,
		List<ReportLine> zones, List<Delay> delays) {

	/**
	 * How evenly half-days are shared between zones.
	 * @return the spread of half-days taken for a thousand inhabitants; empty without
	 * zones
	 */
	public Optional<Spread> spread() {
		return spread(this.zones);
	}

	/**
	 * The same between the zones of one department.
	 * @param departement its code
	 * @return the spread; empty without zones
	 */
	public Optional<Spread> spread(String departement) {
		return spread(this.zones.stream().filter((zone) -> departement.equals(zone.departement())).toList());
	}

	private static Optional<Spread> spread(List<ReportLine> zones) {
		return Spread.of(zones.stream().map(ReportLine::perThousand).filter(Objects::nonNull).toList());
	}

	/** The zones without a single half-day taken. */
	public List<ReportLine> holes() {
		return this.zones.stream().filter((zone) -> zone.tally().taken() == 0).toList();
	}

	/** The most half-days opened in a month. */
	public long mostOpened() {
		return this.months.stream().mapToLong((month) -> month.tally().opened()).max().orElse(0);
	}

	/**
	 * How long patients of the zones had to wait on one day.
	 *
	 * @param day the day
	 * @param zones how many zones there were
	 * @param withTime those with a free time
	 * @param median the median of their delays in days; {@code null} without any
	 */
	public record Delay(LocalDate day, int zones, int withTime, @Nullable Double median) {
	}

}
