package fr.medecinproche.volunteer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody who signed in as a doctor and has no file.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchVolunteerException extends RuntimeException {

}
