package fr.medecinproche.indemnity;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * What the scheme pays, on top of the fees. A setting, since no text that founds it was
 * found: 100 € a half-day is what the agency of Grand Est states.
 *
 * @param halfDayCents the indemnity of a half-day, in cents of a euro
 * @param decideWithin how long after the end of a month its statements wait for half-days
 * nobody has confirmed; then doctors are asked to check them as they are
 * @param answerWithin how long a doctor has to check a statement, after which the agency
 * may close it without an answer: silence must not keep anybody from being paid
 * @param kept how long statements are kept at least: a doctor, the agency and the CPAM
 * can prove what was owed for as long as such sums are commonly disputed. A choice of
 * whoever runs the service, not a rule of law we know of
 */
@ConfigurationProperties("medecin-proche.indemnity")
public record IndemnitySettings(@DefaultValue("10000") int halfDayCents,
		@DefaultValue("10") @DurationUnit(ChronoUnit.DAYS) Duration decideWithin,
		@DefaultValue("15") @DurationUnit(ChronoUnit.DAYS) Duration answerWithin, @DefaultValue("5y") Period kept) {

}
