package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whom the application forgot stays forgotten.
 */
@ApplicationTest
class ForgettingTests {

	@Autowired
	Forgetting forgetting;

	@Autowired
	Appointments appointments;

	@Autowired
	Scenario scenario;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void whoever_read_the_patient_just_before_does_not_write_them_back() {
		var morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		var id = this.scenario.appointment(morning, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"))
			.appointment()
			.getId();
		var mine = new TransactionTemplate(this.transactions);
		var other = new TransactionTemplate(this.transactions);
		other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> mine.executeWithoutResult((status) -> {
				var read = this.appointments.findById(id).orElseThrow();
				other.executeWithoutResult((inner) -> this.forgetting.forget(List.of(id)));
				read.checkIn(this.clock);
			}));
		assertThat(this.jdbc.sql("select count(*) from appointment where family_name is not null")
			.query(Long.class)
			.single()).isZero();
	}

}
