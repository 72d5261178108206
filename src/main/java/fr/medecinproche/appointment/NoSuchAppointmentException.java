package fr.medecinproche.appointment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A link nobody was given, one too old, or one whose patient has erased everything.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAppointmentException extends RuntimeException {

}
