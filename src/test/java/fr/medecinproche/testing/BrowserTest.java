package fr.medecinproche.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A journey through the whole application in a real browser. A test takes a
 * {@link Browsers} parameter and opens a window for each person it is about. Where no
 * Chromium is found these tests are skipped, or fail with
 * {@code -Dbrowser.required=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BrowserExtension.class)
@ApplicationTest
public @interface BrowserTest {

}
