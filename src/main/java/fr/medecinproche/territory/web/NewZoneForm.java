package fr.medecinproche.territory.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.territory.Siren;
import fr.medecinproche.territory.zoning.ZoneListService.NewZone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * One zone added by hand.
 *
 * @param siren its number
 * @param nom its official name
 * @param departements the codes of its departments, the main one first
 * @param population its inhabitants, double counts included
 * @param populationMunicipale its inhabitants; as many when left empty
 * @param source where the populations come from
 * @param from its first day
 */
record NewZoneForm(@NotBlank(message = "{territory.new.siren.required}") @Nullable String siren,
		@NotBlank(message = "{territory.new.nom.required}") @Size(max = 120,
				message = "{territory.new.tooLong}") @Nullable String nom,
		@NotBlank(message = "{territory.new.departements.required}") @Size(max = 60,
				message = "{territory.new.tooLong}") @Nullable String departements,
		@NotNull(message = "{territory.new.population.required}") @Positive(
				message = "{territory.new.population.required}") @Nullable Integer population,
		@Positive(message = "{territory.new.population.required}") @Nullable Integer populationMunicipale,
		@NotBlank(message = "{territory.need.source.required}") @Size(max = 120,
				message = "{territory.new.tooLong}") @Nullable String source,
		@NotNull(message = "{territory.import.startsOn.required}") @Nullable LocalDate from) {

	static NewZoneForm blank(LocalDate today) {
		return new NewZoneForm(null, null, null, null, null, null, today);
	}

	/** What was typed, once it has been found whole; or empty and an error. */
	Optional<NewZone> zone(Errors errors) {
		if (errors.hasErrors() || this.siren == null || this.nom == null || this.departements == null
				|| this.population == null || this.source == null) {
			return Optional.empty();
		}
		var number = Siren.parse(this.siren);
		if (number.isEmpty()) {
			errors.rejectValue("siren", "territory.new.siren.wrong");
		}
		return number.map((siren) -> new NewZone(siren, this.nom.strip(), codes(this.departements), this.population,
				(this.populationMunicipale != null) ? this.populationMunicipale : this.population,
				this.source.strip()));
	}

	private static List<String> codes(String typed) {
		return Arrays.stream(typed.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+"))
			.filter((code) -> !code.isEmpty())
			.distinct()
			.toList();
	}

}
