/**
 * What the agency sees: coverage board, morning page, indicators, reports, open data. It
 * reads tables, not the classes of other rooms.
 * <p>
 * Every figure is a sum over the rows of the view {@code half_day_fact}, one per half-day
 * (migration V26), so that figures agree with each other and with the rows below them.
 * The words, once and for all:
 * <ul>
 * <li><b>opened</b>: a half-day the agency offers to doctors and has not closed, whether
 * or not one has taken it;</li>
 * <li><b>taken</b>: an opened half-day a doctor has taken. A zone has a doctor in a week
 * (a month) when one of its half-days of that week is taken; where none is, in a week
 * that is not over, there is a <b>hole</b>;</li>
 * <li><b>held</b>: a taken half-day of which the site or the agency has said that the
 * doctor came; {@code null} while nobody has said, false when the doctor did not
 * come;</li>
 * <li><b>offered</b> consultations: of a taken half-day, the ordinary consultations that
 * fit between its first and its last minute, at the length its doctor has chosen (15, 20
 * or 30 minutes). Patients also take visits of other lengths, so <em>booked</em> may
 * exceed <em>offered</em>; a rate that cannot exceed one is {@code booked_minutes} over
 * {@code minutes};</li>
 * <li><b>booked</b>: patients who have a time, or had it to the end: neither called off
 * nor moved elsewhere, whether or not they came. Times merely held are not counted;</li>
 * <li><b>honoured</b>, <b>absent</b>: of the booked, those noted as come or as not come;
 * the others are to come or were never noted;</li>
 * <li><b>without regular doctor</b>: of the booked, those who said they have no « médecin
 * traitant »; those who cannot reach theirs are counted apart;</li>
 * <li><b>cancelled</b>: times called off, by whomever; never part of the booked;</li>
 * <li><b>fill rate</b>: taken over opened half-days; of consultations, booked minutes
 * over minutes;</li>
 * <li><b>delay</b>: days until the first ordinary consultation nobody has, of a doctor
 * who comes to an open site of the zone, whoever that time is kept for.</li>
 * </ul>
 * A week begins on Monday. A zone that lies in several departments is seen by the agents
 * of each, and counts in its main one wherever departments are added up.
 */
@ApplicationModule(allowedDependencies = { "account", "territory", "journal", "messaging", "web" })
@NullMarked
package fr.medecinproche.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
