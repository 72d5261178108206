package fr.medecinproche.insight;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every hour, on every node, whether today has been noted: a node that was stopped
 * in the morning does not lose the day.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.reports.scheduled", matchIfMissing = true)
class ZoneSnapshotSchedule {

	private final ZoneSnapshots snapshots;

	ZoneSnapshotSchedule(ZoneSnapshots snapshots) {
		this.snapshots = snapshots;
	}

	@Scheduled(initialDelayString = "${medecin-proche.reports.first:3m}",
			fixedDelayString = "${medecin-proche.reports.every:1h}")
	void round() {
		this.snapshots.noteToday();
	}

}
