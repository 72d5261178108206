package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.DoctorNotice;
import fr.medecinproche.volunteer.DoctorNotices;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Words;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells doctors at home that a statement is to be checked; and thanks those who came, who
 * may come again.
 */
@Component
@Order(30)
class IndemnityNotices implements DoctorNotices {

	private final Statements statements;

	private final GivenTime given;

	private final SchedulingService scheduling;

	private final Words words;

	private final Clock clock;

	IndemnityNotices(Statements statements, GivenTime given, SchedulingService scheduling, Words words, Clock clock) {
		this.statements = statements;
		this.given = given;
		this.scheduling = scheduling;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public List<DoctorNotice> of(Volunteer volunteer) {
		var notices = new ArrayList<DoctorNotice>();
		this.statements.toCheck(volunteer.getId())
			.ifPresent((month) -> notices
				.add(new DoctorNotice("indemnity.notice.toCheck", List.of(this.words.month(month)),
						"/medecin/indemnites/" + month, "indemnity.notice.toCheck.link")));
		var present = YearMonth.now(this.clock);
		var since = this.given.of(volunteer.getId(), present.minusMonths(1), present);
		if (volunteer.isActive() && !since.isNothing() && mayComeAgain(volunteer, present.plusMonths(1))) {
			notices.add(new DoctorNotice("indemnity.notice.thanks", List.of(since.halfDays().size()), "/medecin/retour",
					"indemnity.return.link"));
		}
		return notices;
	}

	private boolean mayComeAgain(Volunteer volunteer, YearMonth month) {
		return this.scheduling.cap(volunteer.getId(), month).left() == MonthlyCap.HALF_DAYS;
	}

}
