package fr.medecinproche.local;

import java.util.Map;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demonstration of an evaluator's machine, beside the application under test.
 */
class DemoWorld implements AutoCloseable {

	private final AnnotationConfigApplicationContext local = new AnnotationConfigApplicationContext();

	private final TransactionTemplate transaction;

	/**
	 * The demonstration but for its past and what leans on it, which take long to invent.
	 * @param application the application under test
	 */
	DemoWorld(ApplicationContext application) {
		this(application, DemoPeople.class, DemoSites.class, DemoStops.class, DemoDoctors.class, DemoHalfDays.class,
				DemoPatterns.class, DemoAppointments.class, DemoLetters.class, DemoWaiting.class, DemoStandIn.class,
				DemoPresences.class, DemoAgency.class, DemoPreparation.class, DemoNeed.class, DemoIntake.class,
				DemoCalls.class);
	}

	/**
	 * Some parts of the demonstration.
	 * @param application the application under test
	 * @param parts what it is made of
	 */
	@SafeVarargs
	DemoWorld(ApplicationContext application, Class<? extends DemoPart>... parts) {
		this.transaction = application.getBean(TransactionTemplate.class);
		this.local.setParent(application);
		this.local.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("local", Map.of("medecin-proche.local.enabled", true)));
		this.local.register(DemoAccounts.class, DemoData.class);
		this.local.register(parts);
		this.local.refresh();
	}

	/** Fills the database, unless it is filled. */
	void create() {
		this.transaction.executeWithoutResult(
				(status) -> this.local.getBean(DemoData.class).run(new DefaultApplicationArguments()));
	}

	@Override
	public void close() {
		this.local.close();
	}

}
