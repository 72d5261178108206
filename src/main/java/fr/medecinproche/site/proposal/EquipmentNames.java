package fr.medecinproche.site.proposal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import fr.medecinproche.site.Equipment;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Keeps what was proposed in one column: nobody searches by it.
 */
@Converter
class EquipmentNames implements AttributeConverter<Set<Equipment>, String> {

	@Override
	public String convertToDatabaseColumn(Set<Equipment> equipment) {
		return equipment.stream().sorted().map(Equipment::name).collect(Collectors.joining(","));
	}

	@Override
	public Set<Equipment> convertToEntityAttribute(String names) {
		return names.isEmpty() ? EnumSet.noneOf(Equipment.class)
				: Arrays.stream(names.split(","))
					.map(Equipment::valueOf)
					.collect(Collectors.toCollection(() -> EnumSet.noneOf(Equipment.class)));
	}

}
