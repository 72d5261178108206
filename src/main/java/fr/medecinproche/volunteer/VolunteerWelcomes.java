package fr.medecinproche.volunteer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import fr.medecinproche.account.FirstEntryService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Doctors the agency has known since before are asked by a letter to come in, and then to
 * say what of it is still true. Letters leave in slices: a mail server that receives
 * thousands at once takes them for what they are not, and an agency cannot answer
 * hundreds of calls in a morning.
 */
@Service
@Transactional
public class VolunteerWelcomes {

	/** How many letters leave at once, each hour of working days. */
	public static final int SLICE = 50;

	private final Volunteers volunteers;

	private final FirstEntryService accounts;

	private final ApplicationEventPublisher events;

	private final JdbcClient jdbc;

	private final Clock clock;

	VolunteerWelcomes(Volunteers volunteers, FirstEntryService accounts, ApplicationEventPublisher events,
			JdbcClient jdbc, Clock clock) {
		this.volunteers = volunteers;
		this.accounts = accounts;
		this.events = events;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes that a doctor has yet to come in.
	 * @param volunteerId whom
	 * @param intakeId the list they come from
	 */
	public void expect(long volunteerId, long intakeId) {
		this.jdbc.sql("insert into volunteer_welcome (volunteer_id, intake_id) values (?, ?)")
			.params(volunteerId, intakeId)
			.update();
	}

	/**
	 * Has the doctors of a list written to who were not yet.
	 * @param intakeId the list
	 * @return how many will be
	 */
	public int want(long intakeId) {
		return this.jdbc.sql("""
				update volunteer_welcome w set wanted_at = :now from volunteer v join account a on a.id = v.account_id
				where w.intake_id = :intake and w.wanted_at is null and w.invited = 0 and v.id = w.volunteer_id
				  and a.email_confirmed_at is null and a.closed_at is null""")
			.param("now", now())
			.param("intake", intakeId)
			.update();
	}

	/**
	 * Writes to the next few; those another node is writing to are left to it.
	 * @return how many letters were written
	 */
	public int inviteSome() {
		var due = this.jdbc.sql("""
				select w.volunteer_id from volunteer_welcome w join volunteer v on v.id = w.volunteer_id
				join account a on a.id = v.account_id
				where w.wanted_at is not null and w.invited = 0 and a.email_confirmed_at is null
				  and a.suspended_at is null and a.closed_at is null
				order by w.wanted_at, w.volunteer_id limit :slice for update of w skip locked""")
			.param("slice", SLICE)
			.query(Long.class)
			.list();
		due.forEach((id) -> invite(this.volunteers.findById(id).orElseThrow()));
		return due.size();
	}

	/**
	 * Writes once more to a doctor who has not come in.
	 * @param volunteer whom
	 * @return false when they do not come from a list: nothing was sent
	 */
	boolean inviteAgain(Volunteer volunteer) {
		boolean expected = this.jdbc.sql("select exists (select from volunteer_welcome where volunteer_id = ?)")
			.param(volunteer.getId())
			.query(Boolean.class)
			.single();
		if (expected) {
			invite(volunteer);
		}
		return expected;
	}

	private void invite(Volunteer volunteer) {
		this.jdbc.sql("""
				update volunteer_welcome set invited = invited + 1, invited_at = :now,
				  wanted_at = coalesce(wanted_at, :now) where volunteer_id = :id""")
			.param("now", now())
			.param("id", volunteer.getId())
			.update();
		this.events
			.publishEvent(new VolunteerWelcomed(volunteer.getId(), this.accounts.invite(volunteer.getAccount())));
	}

	/**
	 * Whether a doctor has yet to say what of the list is still true.
	 * @param volunteerId whom
	 * @return false for those who applied themselves
	 */
	@Transactional(readOnly = true)
	public boolean isToConfirm(long volunteerId) {
		return this.jdbc
			.sql("select exists (select from volunteer_welcome where volunteer_id = ? and confirmed_at is null)")
			.param(volunteerId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Notes that a doctor has said so; a second time changes nothing.
	 * @param volunteerId whom
	 */
	void confirm(long volunteerId) {
		this.jdbc.sql("update volunteer_welcome set confirmed_at = ? where volunteer_id = ? and confirmed_at is null")
			.params(now(), volunteerId)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
