package fr.medecinproche.appointment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

import fr.medecinproche.schedule.Period;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.volunteer.SpokenLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What a patient looks for among the sites around them. Everything may be left open.
 *
 * @param radius how far to look, in kilometres
 * @param from the first day, or null
 * @param until the last day, or null
 * @param period in the morning or in the afternoon, or null for both
 * @param stepFree whether a wheelchair must get in
 * @param regularDoctor whether the doctor must accept to become a "médecin traitant"
 * @param english whether the doctor must speak English
 */
public record SearchFilter(int radius, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Period period,
		boolean stepFree, boolean regularDoctor, boolean english) {

	/** An hour by car: farther, a visit of twenty minutes takes the day. */
	public static final int FARTHEST_KM = 60;

	/** Looks as far as it makes sense, at all that is free. */
	public static final SearchFilter ANY = new SearchFilter(FARTHEST_KM, null, null, null, false, false, false);

	/**
	 * What narrows this search.
	 * @return the criteria that are set, in their order
	 */
	public Set<Criterion> criteria() {
		var set = EnumSet.noneOf(Criterion.class);
		for (var criterion : Criterion.values()) {
			if (!equals(without(criterion))) {
				set.add(criterion);
			}
		}
		return set;
	}

	/**
	 * The same search with one criterion left open.
	 * @param dropped which one
	 * @return a wider search, or this one when the criterion is not set
	 */
	public SearchFilter without(Criterion dropped) {
		Predicate<Criterion> kept = (criterion) -> criterion != dropped;
		return new SearchFilter(kept.test(Criterion.RADIUS) ? this.radius : FARTHEST_KM,
				kept.test(Criterion.FROM) ? this.from : null, kept.test(Criterion.UNTIL) ? this.until : null,
				kept.test(Criterion.PERIOD) ? this.period : null, kept.test(Criterion.STEP_FREE) && this.stepFree,
				kept.test(Criterion.REGULAR_DOCTOR) && this.regularDoctor,
				kept.test(Criterion.ENGLISH) && this.english);
	}

	/**
	 * Whether a site may be shown though none of its times suits: only a search for any
	 * time says that a site has none.
	 */
	boolean wantsAnyTime() {
		return this.from == null && this.until == null && this.period == null && !this.regularDoctor && !this.english;
	}

	boolean accepts(ConsultationSite site, double distance) {
		return distance <= this.radius && (!this.stepFree || site.isStepFree());
	}

	boolean accepts(Offer offer) {
		var day = offer.time().day();
		var slot = offer.slot();
		var doctor = slot.getVolunteer();
		if (doctor == null) {
			return false;
		}
		var said = doctor.getPreferences();
		return (this.from == null || !day.isBefore(this.from)) && (this.until == null || !day.isAfter(this.until))
				&& (this.period == null || slot.getHalfDay().period() == this.period)
				&& (!this.regularDoctor || said.acceptsRegularPatients())
				&& (!this.english || said.speaks(SpokenLanguage.ENGLISH));
	}

	/**
	 * What may narrow a search.
	 */
	public enum Criterion {

		RADIUS, FROM, UNTIL, PERIOD, STEP_FREE, REGULAR_DOCTOR, ENGLISH

	}

}
