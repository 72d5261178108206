package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.NoSuchAppointmentException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Whoever comes with a link that leads nowhere is shown other ways to their appointment.
 */
@ControllerAdvice
class UnknownLinks {

	@ExceptionHandler(NoSuchAppointmentException.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String notFound() {
		return "patient/introuvable";
	}

}
