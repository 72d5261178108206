package fr.medecinproche.site.web;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.HowToCome;
import fr.medecinproche.site.SiteDescription;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.GeoPoint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.StringUtils;

/**
 * All that an agent types of a site; see {@link SiteDescription}. Coordinates left empty
 * are those of the middle of the commune.
 */
record SiteForm(@NotBlank @Size(max = 120) @Nullable String nom, @NotNull @Nullable SiteKind kind,
		@NotBlank @Size(max = 160) @Nullable String address,
		@NotNull @Pattern(regexp = "[0-9]{5}", message = "{site.form.postalCode.invalid}") @Nullable String postalCode,
		@Nullable String commune, @Nullable String communeCode, @Nullable String latitude, @Nullable String longitude,
		@NotNull @Min(1) @Max(20) @Nullable Integer rooms, @NotBlank @Nullable String phone, @Nullable Boolean stepFree,
		@Nullable Boolean secretary, @Nullable Boolean lodging, @Nullable Set<Equipment> equipment,
		@NotNull @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime morningStart,
		@NotNull @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime morningEnd,
		@NotNull @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime afternoonStart,
		@NotNull @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime afternoonEnd,
		@Size(max = 80) @Nullable String software, @Size(max = 600) @Nullable String accessNotes,
		@Size(max = 1000) @Nullable String welcomeNotes, @Size(max = 600) @Nullable String parking,
		@Size(max = 600) @Nullable String publicTransport, @Size(max = 600) @Nullable String patientNotes) {

	/** A form nobody has filled: one room, the usual hours. */
	static SiteForm blank() {
		var usual = ConsultationHours.USUAL;
		return new SiteForm(null, null, null, null, null, null, null, null, 1, null, null, null, null, Set.of(),
				usual.morningStart(), usual.morningEnd(), usual.afternoonStart(), usual.afternoonEnd(), null, null,
				null, null, null, null);
	}

	/**
	 * A form that says what a description says.
	 * @param texts see {@link SiteDescription#texts()}
	 * @param communeLabel how people call the commune
	 * @return the form
	 */
	static SiteForm of(Map<String, String> texts, String communeLabel) {
		var point = texts.getOrDefault("position", " ").split(" ");
		var hours = Arrays.stream(texts.getOrDefault("hours", "").split(",")).map(LocalTime::parse).toList();
		return new SiteForm(texts.get("nom"), SiteKind.valueOf(said(texts, "kind")), texts.get("address"),
				texts.get("postalCode"), communeLabel, texts.get("commune"), point[0], point[1],
				Integer.valueOf(said(texts, "rooms")), new PhoneNumber(said(texts, "phone")).toString(),
				Boolean.valueOf(texts.get("stepFree")), Boolean.valueOf(texts.get("secretary")),
				Boolean.valueOf(texts.get("lodging")), equipment(said(texts, "equipment")), hours.get(0), hours.get(1),
				hours.get(2), hours.get(3), texts.get("software"), texts.get("accessNotes"), texts.get("welcomeNotes"),
				texts.get("parking"), texts.get("publicTransport"), texts.get("patientNotes"));
	}

	private static String said(Map<String, String> texts, String field) {
		return Objects.requireNonNull(texts.get(field));
	}

	private static Set<Equipment> equipment(String names) {
		return names.isEmpty() ? Set.of()
				: Arrays.stream(names.split(",")).map(Equipment::valueOf).collect(Collectors.toSet());
	}

	/**
	 * Where the site stands.
	 * @param middle the middle of its commune
	 * @return the point that was typed, the middle of the commune when none was, or empty
	 * when what was typed is no point
	 */
	Optional<GeoPoint> position(GeoPoint middle) {
		return TypedPoint.read(this.latitude, this.longitude, middle);
	}

	ConsultationHours hours() {
		return new ConsultationHours(Objects.requireNonNull(this.morningStart), Objects.requireNonNull(this.morningEnd),
				Objects.requireNonNull(this.afternoonStart), Objects.requireNonNull(this.afternoonEnd));
	}

	/** What the form says, once it was found right. */
	SiteDescription description(Commune within, GeoPoint position, PhoneNumber number) {
		return new SiteDescription(Objects.requireNonNull(this.nom).strip(), Objects.requireNonNull(this.kind),
				Objects.requireNonNull(this.address).strip(), Objects.requireNonNull(this.postalCode), within, position,
				Objects.requireNonNull(this.rooms), number, Boolean.TRUE.equals(this.stepFree),
				Boolean.TRUE.equals(this.secretary), Boolean.TRUE.equals(this.lodging),
				(this.equipment != null) ? this.equipment : EnumSet.noneOf(Equipment.class), hours(),
				textOrNull(this.software), howToCome(), textOrNull(this.welcomeNotes));
	}

	private HowToCome howToCome() {
		return new HowToCome(textOrNull(this.accessNotes), textOrNull(this.parking), textOrNull(this.publicTransport),
				textOrNull(this.patientNotes));
	}

	private static @Nullable String textOrNull(@Nullable String typed) {
		return StringUtils.hasText(typed) ? typed.strip() : null;
	}

}
