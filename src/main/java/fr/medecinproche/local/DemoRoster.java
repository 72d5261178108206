package fr.medecinproche.local;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.territory.GeoPoint;

/**
 * Who comes when, as the demo half-days are drawn up: within the monthly cap, in one
 * place a day, rather near home.
 */
final class DemoRoster {

	/** How much further than the nearest a doctor sometimes goes. */
	private static final double WHIM_KM = 50;

	private final List<Doctor> doctors;

	private final Random random;

	private final Map<InMonth, Integer> taken = new HashMap<>();

	private final Set<OnDay> away = new HashSet<>();

	DemoRoster(List<Doctor> doctors, Random random) {
		this.doctors = doctors;
		this.random = random;
	}

	/** A doctor for some half-days of one day, if anybody has them left in the month. */
	Optional<Long> find(GeoPoint place, LocalDate day, int halfDays) {
		var month = YearMonth.from(day);
		return this.doctors.stream()
			.filter((doctor) -> !this.away.contains(new OnDay(doctor.id(), day)))
			.filter((doctor) -> taken(doctor.id(), month) + halfDays <= MonthlyCap.HALF_DAYS)
			.map((doctor) -> Map.entry(doctor.id(),
					doctor.home().distanceTo(place) + this.random.nextDouble() * WHIM_KM))
			.min(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey);
	}

	/**
	 * Notes that a doctor comes.
	 * @return the rank of the half-day in the doctor's month
	 */
	int enter(long doctor, LocalDate day) {
		this.away.add(new OnDay(doctor, day));
		return this.taken.merge(new InMonth(doctor, YearMonth.from(day)), 1, Integer::sum);
	}

	private int taken(long doctor, YearMonth month) {
		return this.taken.getOrDefault(new InMonth(doctor, month), 0);
	}

	record Doctor(long id, GeoPoint home) {
	}

	private record InMonth(long doctor, YearMonth month) {
	}

	private record OnDay(long doctor, LocalDate day) {
	}

}
