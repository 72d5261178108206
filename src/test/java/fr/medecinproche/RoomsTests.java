package fr.medecinproche;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class RoomsTests {

	@Test
	void rooms_use_only_the_rooms_they_declare() {
		ApplicationModules.of(MedecinProcheApplication.class).verify();
	}

}
