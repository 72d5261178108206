package fr.medecinproche.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements a piece of work sends to the database, whether through Hibernate
 * or JDBC, on the thread that runs it (with {@code MockMvcTester}, the controllers' own).
 */
@TestConfiguration(proxyBeanMethods = false)
public class QueryCount {

	private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource dataSource) ? new CountingDataSource(dataSource) : bean;
			}
		};
	}

	/**
	 * Runs a piece of work and counts.
	 * @param work what to run, on this thread
	 * @return how many statements it prepared
	 */
	public static int of(Runnable work) {
		int before = COUNT.get();
		work.run();
		return COUNT.get() - before;
	}

	private static final class CountingDataSource extends DelegatingDataSource {

		CountingDataSource(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			var connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
							COUNT.set(COUNT.get() + 1);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
