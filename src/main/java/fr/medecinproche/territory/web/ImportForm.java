package fr.medecinproche.territory.web;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files an agent brings to change the list of zones.
 *
 * @param zones the file of zones
 * @param communes the file of their communes
 * @param complete whether zones the list does not name are retired
 * @param startsOn from when, where a line does not say
 */
record ImportForm(@Nullable MultipartFile zones, @Nullable MultipartFile communes, @Nullable Boolean complete,
		@NotNull(message = "{territory.import.startsOn.required}") @Nullable LocalDate startsOn) {

	static ImportForm blank(LocalDate today) {
		return new ImportForm(null, null, false, today);
	}

	boolean hasZones() {
		return this.zones != null && !this.zones.isEmpty();
	}

	boolean hasCommunes() {
		return this.communes != null && !this.communes.isEmpty();
	}

	boolean isComplete() {
		return Boolean.TRUE.equals(this.complete);
	}

	void check(LocalDate today, Errors errors) {
		if (!hasZones() && !hasCommunes()) {
			errors.rejectValue("zones", "web.refusal.NO_FILE");
		}
		if (isComplete() && !hasZones()) {
			errors.rejectValue("complete", "territory.import.complete.withoutZones");
		}
		if (this.startsOn != null && this.startsOn.isBefore(today)) {
			errors.rejectValue("startsOn", "territory.refusal.DAY_PAST");
		}
	}

}
