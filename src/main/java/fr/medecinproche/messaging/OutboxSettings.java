package fr.medecinproche.messaging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox.
 *
 * @param lease how long a node has to send one message; longer than all time-outs of the
 * mail server together, and than the clocks of two nodes differ
 * @param batch how many messages a node sends in one go
 * @param bodiesKept how long a settled message keeps what it said: by default not at all,
 * since it carries links that act
 * @param recipientsKept how long a settled message keeps to whom it went
 */
@ConfigurationProperties("medecin-proche.outbox")
record OutboxSettings(@DefaultValue("5m") Duration lease, @DefaultValue("200") int batch,
		@DefaultValue("0s") Duration bodiesKept, @DefaultValue("30d") Duration recipientsKept) {
}
