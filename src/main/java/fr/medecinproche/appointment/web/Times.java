package fr.medecinproche.appointment.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A number of times kept of a half-day, within what the database accepts.
 */
@NotNull
@Min(0)
@Max(6)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface Times {

	String message() default "{appointment.rules.times.wrong}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
