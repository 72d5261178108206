package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import fr.medecinproche.schedule.HalfDay;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A node that does nothing but send what is due, once, in a process of its own: something
 * a test can kill.
 */
final class OutboxNode {

	private OutboxNode() {
	}

	/** Arguments: database, user, password, port of the mail server, the present. */
	public static void main(String[] arguments) {
		try (var context = new AnnotationConfigApplicationContext()) {
			context.registerBean(DataSource.class,
					() -> new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]));
			context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse(arguments[4]), HalfDay.ZONE));
			context.register(Node.class);
			context.refresh();
			new Dispatcher(context.getBean(OutboxQueue.class), List.of(mailTo(Integer.parseInt(arguments[3]))),
					context.getBean(OutboxSettings.class))
				.dispatch();
		}
	}

	static MessageTransport mailTo(int port) {
		var sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		return new SmtpTransport(sender, new MailSettings("rdv@example.org", "Un médecin près de chez vous"));
	}

	/** Without the annotation that would have the application find it. */
	@EnableTransactionManagement(proxyTargetClass = true)
	@EnableJpaRepositories(basePackageClasses = OutboxMessages.class,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = OutboxMessages.class))
	@Import(OutboxQueue.class)
	static class Node {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource database) {
			var factory = new LocalContainerEntityManagerFactoryBean();
			factory.setDataSource(database);
			factory.setManagedTypes(PersistenceManagedTypes.of(OutboxMessage.class.getName()));
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.setJpaPropertyMap(Map.of("hibernate.physical_naming_strategy",
					"org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"));
			return factory;
		}

		@Bean
		JpaTransactionManager transactionManager(EntityManagerFactory factory) {
			return new JpaTransactionManager(factory);
		}

		@Bean
		OutboxSettings outboxSettings() {
			return new OutboxSettings(Duration.ofMinutes(5), 200, Duration.ZERO, Duration.ofDays(30));
		}

	}

}
