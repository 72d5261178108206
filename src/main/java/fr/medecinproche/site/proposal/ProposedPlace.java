package fr.medecinproche.site.proposal;

import java.util.Set;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.HowToCome;
import fr.medecinproche.site.SiteDescription;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.FoldedName;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * What a commune or a health centre offers.
 *
 * @param organisation who offers it, which is what the place will be called
 * @param kind what kind of place
 * @param commune where, its zone loaded
 * @param address street and number, if known
 * @param phone the place's own number, which patients may call; never the proposer's
 * @param equipment what is there
 * @param stepFree whether a wheelchair gets in
 * @param secretary whether somebody receives the patients
 * @param lodging whether the doctor may stay the night
 * @param message anything else
 */
@Embeddable
record ProposedPlace(String organisation, @Enumerated(EnumType.STRING) SiteKind kind,
		@ManyToOne(fetch = FetchType.LAZY, optional = false) @JoinColumn(name = "commune") Commune commune,
		@Nullable String address,
		@Embedded @AttributeOverride(name = "e164", column = @Column(name = "place_phone")) @Nullable PhoneNumber phone,
		@Convert(converter = EquipmentNames.class) Set<Equipment> equipment, boolean stepFree, boolean secretary,
		boolean lodging, @Nullable String message) {

	/** The organisation without accents, case or punctuation. */
	String key() {
		return FoldedName.of(this.organisation).value();
	}

	/**
	 * Whether the commune is in a priority zone today: only then can it become a site.
	 * @return false for a place kept for later
	 */
	public boolean inPriorityZone() {
		var zone = this.commune.getZone();
		return zone != null && zone.isPriority();
	}

	/**
	 * Whether it comes with anything at all.
	 * @return false for four walls
	 */
	public boolean hasNothing() {
		return this.equipment.isEmpty() && !this.stepFree && !this.secretary && !this.lodging;
	}

	/** The site it becomes, with the number patients will call. */
	SiteDescription described(PhoneNumber publicPhone) {
		return new SiteDescription(this.organisation, this.kind,
				(this.address != null) ? this.address : this.commune.getNom(), this.commune.getPostalCodes().getFirst(),
				this.commune, this.commune.getPosition(), 1, publicPhone, this.stepFree, this.secretary, this.lodging,
				this.equipment, ConsultationHours.USUAL, null, HowToCome.UNSAID, null);
	}

}
