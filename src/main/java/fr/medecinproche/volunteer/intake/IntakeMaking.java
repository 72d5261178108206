package fr.medecinproche.volunteer.intake;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.FirstEntryService;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.KnownFile;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Rpps;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.VolunteerApplication;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.volunteer.VolunteerWelcomes;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes files of the lines of a list, a few at a time: each few are there as a whole,
 * with what the report says of them, or not at all. Lists are made one few after another,
 * so that of two that name the same doctor the second finds them known.
 */
@Service
class IntakeMaking {

	private static final int FEW = 50;

	private final VolunteerService files;

	private final FirstEntryService accounts;

	private final VolunteerWelcomes welcomes;

	private final KnownPeople people;

	private final Communes communes;

	private final JdbcClient jdbc;

	IntakeMaking(VolunteerService files, FirstEntryService accounts, VolunteerWelcomes welcomes, KnownPeople people,
			Communes communes, JdbcClient jdbc) {
		this.files = files;
		this.accounts = accounts;
		this.welcomes = welcomes;
		this.people = people;
		this.communes = communes;
		this.jdbc = jdbc;
	}

	/**
	 * Makes the next few files.
	 * @param id the list
	 * @param agentId who imports it
	 * @param inviting whether the doctors are to be written to
	 * @return how many lines were dealt with, none when nothing is left
	 */
	@Transactional
	public int makeSome(long id, long agentId, boolean inviting) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('medecin-proche.volunteer-intake'))").query().singleRow();
		var lines = this.jdbc.sql("""
				select line, email, rpps, given_name, family_name, mobile, commune, practice, secteur, status, since
				from volunteer_intake_line where intake_id = :id and volunteer_id is null
				  and outcome in ('ACCEPTED', 'CORRECTED') and email is not null order by line limit :few""")
			.param("id", id)
			.param("few", FEW)
			.query(Line.class)
			.list();
		var known = this.people.among(lines.stream().map(Line::rpps).toList(),
				lines.stream().map(Line::email).toList());
		var places = this.communes.findByInseeIn(lines.stream().map(Line::commune).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Commune::getInsee, Function.identity()));
		for (var line : lines) {
			known.of(line.rpps(), line.email())
				.ifPresentOrElse((remark) -> leave(id, line, remark),
						() -> note(id, line, make(id, line, places.get(line.commune()), agentId)));
		}
		if (inviting) {
			this.welcomes.want(id);
		}
		return lines.size();
	}

	private long make(long id, Line line, Commune commune, long agentId) {
		var application = new VolunteerApplication(line.givenName(), line.familyName(), new Rpps(line.rpps()),
				(line.mobile() != null) ? new PhoneNumber(line.mobile()) : null, commune, line.practice(),
				line.secteur());
		var account = this.accounts.open(new EmailAddress(line.email()), Role.VOLUNTEER,
				"Dr " + line.givenName() + " " + line.familyName(), Locale.FRENCH);
		return this.files.takeOver(account, application, new KnownFile(line.status(), line.since()), agentId).getId();
	}

	private void note(long id, Line line, long volunteer) {
		this.welcomes.expect(volunteer, id);
		this.jdbc
			.sql("""
					update volunteer_intake_line set volunteer_id = :volunteer, email = null, rpps = null, given_name = null,
					  family_name = null, mobile = null, commune = null, practice = null, secteur = null, status = null,
					  since = null
					where intake_id = :id and line = :line""")
			.param("volunteer", volunteer)
			.param("id", id)
			.param("line", line.line())
			.update();
	}

	/** Somebody was quicker: the doctor, or another list. */
	private void leave(long id, Line line, Remark remark) {
		this.jdbc.sql("""
				update volunteer_intake_line set outcome = :outcome, remarks = remarks || cast(:remark as varchar),
				  email = null, rpps = null, given_name = null, family_name = null, mobile = null, commune = null,
				  practice = null, secteur = null, status = null, since = null
				where intake_id = :id and line = :line""")
			.param("outcome", remark.reason().outcome().name())
			.param("remark", remark.written())
			.param("id", id)
			.param("line", line.line())
			.update();
	}

	record Line(int line, String email, String rpps, String givenName, String familyName, @Nullable String mobile,
			String commune, Practice practice, Secteur secteur, FileStatus status, LocalDate since) {

	}

}
