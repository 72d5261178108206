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
 * A number of hours before a half-day, two weeks at most.
 */
@NotNull
@Min(0)
@Max(336)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface Hours {

	String message() default "{appointment.rules.hours.wrong}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
