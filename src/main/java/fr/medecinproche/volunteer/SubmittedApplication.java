package fr.medecinproche.volunteer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a volunteer as they were sent, beside the file; they never change.
 */
@Entity
@Table(name = "volunteer_application")
public class SubmittedApplication {

	@Id
	private long volunteerId;

	private String cdom;

	private @Nullable String specialty;

	private boolean fragileZone;

	private boolean insurerInformed;

	@Embedded
	private ApplicationWishes wishes;

	@SuppressWarnings("NullAway.Init")
	protected SubmittedApplication() {
	}

	SubmittedApplication(long volunteerId, ApplicationAnswers answers) {
		this.volunteerId = volunteerId;
		this.cdom = answers.cdom();
		this.specialty = answers.specialty();
		this.fragileZone = answers.fragileZone();
		this.insurerInformed = answers.insurerInformed();
		this.wishes = answers.wishes();
	}

	public ApplicationAnswers getAnswers() {
		return new ApplicationAnswers(this.cdom, this.specialty, this.fragileZone, this.insurerInformed, this.wishes);
	}

}
