package fr.medecinproche.people;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings of invitations.
 *
 * @param invitationLasts how long the link of an invitation works: a week, so that who is
 * away for some days still finds it
 * @param invitationKept how long an invitation is kept after it was accepted, withdrawn
 * or has had its time; then the address of who never came is forgotten
 */
@ConfigurationProperties("medecin-proche.people")
public record PeopleSettings(@DefaultValue("7") @DurationUnit(ChronoUnit.DAYS) Duration invitationLasts,
		@DefaultValue("30") @DurationUnit(ChronoUnit.DAYS) Duration invitationKept) {

}
