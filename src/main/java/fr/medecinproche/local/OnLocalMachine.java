package fr.medecinproche.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Only where the application brings its own database: a developer's or evaluator's
 * machine, never the released jar nor an installation with {@code spring.datasource.url}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Conditional(LocalMachine.class)
@interface OnLocalMachine {

}
