package fr.medecinproche.site.web;

import java.util.Optional;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.site.SiteDescription;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.Intercommunalites;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/**
 * Turns what an agent typed of a site into a description, or into errors on its fields.
 */
@Component
class SiteFormReader {

	/** Further from the middle of its commune, a point is a slip of the finger. */
	private static final double FARTHEST_KM = 30;

	private final CommuneField communes;

	private final Intercommunalites zones;

	SiteFormReader(CommuneField communes, Intercommunalites zones) {
		this.communes = communes;
		this.zones = zones;
	}

	/**
	 * Reads the form.
	 * @param form what was typed, null when some of it could not even be read
	 * @param departement the agent's department, null for everything
	 * @param errors the errors so far, to which those found here are added
	 * @param model where the choice between communes goes
	 * @return the description, or nothing and an error
	 */
	Optional<SiteDescription> read(@Nullable SiteForm form, @Nullable String departement, Errors errors, Model model) {
		if (form == null) {
			return Optional.empty();
		}
		var commune = this.communes.read("commune", form.commune(), form.communeCode(), errors, model);
		commune.ifPresent((found) -> checkZone(found, departement, errors));
		var position = commune.flatMap((found) -> position(form, found, errors));
		var phone = PhoneNumber.parse(form.phone());
		if (phone.isEmpty() && !errors.hasFieldErrors("phone")) {
			errors.rejectValue("phone", "site.form.phone.invalid");
		}
		if (!errors.hasErrors() && !form.hours().inOrder()) {
			errors.rejectValue("morningStart", "site.refusal." + SiteRefusedException.Reason.HOURS_OUT_OF_ORDER);
		}
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		return Optional.of(form.description(commune.orElseThrow(), position.orElseThrow(), phone.orElseThrow()));
	}

	private void checkZone(Commune commune, @Nullable String departement, Errors errors) {
		var zone = commune.getZone();
		if (zone == null || !zone.isPriority()) {
			errors.rejectValue("commune", "site.refusal." + SiteRefusedException.Reason.OUTSIDE_PRIORITY_ZONE);
		}
		else if (this.zones.seenFrom(zone.getSiren(), departement).isEmpty()) {
			errors.rejectValue("commune", "site.form.commune.outside");
		}
	}

	private static Optional<GeoPoint> position(SiteForm form, Commune commune, Errors errors) {
		var position = form.position(commune.getPosition());
		if (position.isEmpty()) {
			errors.rejectValue("latitude", "site.form.position.invalid");
		}
		else if (position.get().distanceTo(commune.getPosition()) > FARTHEST_KM) {
			errors.rejectValue("latitude", "site.form.position.far");
		}
		return position;
	}

}
