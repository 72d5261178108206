package fr.medecinproche.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real PostgreSQL with the reference data, no demo people, and
 * a clock the test can set. Every test that needs a database carries this one annotation,
 * so that one context and one server serve them all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ExtendWith(TokenRepositoryRestored.class)
@Import({ TestDatabase.class, TestClock.class, TestContactCheck.class, TestPasswords.class, CleanDatabase.class,
		ReferenceData.class, Scenario.class, QueryCount.class, Works.class })
public @interface ApplicationTest {

}
