package fr.medecinproche.schedule;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A half-day that is not, or no longer, the doctor's who asks for it.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchHalfDayException extends RuntimeException {

}
