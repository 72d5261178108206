package fr.medecinproche.volunteer.intake;

import java.time.Clock;
import java.time.ZoneOffset;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.FileRefusedException.Reason;
import fr.medecinproche.volunteer.VolunteerWelcomes;
import fr.medecinproche.work.LongWorks;
import fr.medecinproche.work.Progress;
import fr.medecinproche.work.WorkStoppedException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports lists of doctors that were read. Asking twice changes nothing: what has a file
 * is not made again.
 */
@Service
class IntakeService {

	private static final int TRIES = 3;

	private final IntakeMaking making;

	private final VolunteerWelcomes welcomes;

	private final LongWorks works;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final Clock clock;

	IntakeService(IntakeMaking making, VolunteerWelcomes welcomes, LongWorks works, Journal journal, JdbcClient jdbc,
			Clock clock) {
		this.making = making;
		this.welcomes = welcomes;
		this.works = works;
		this.journal = journal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Starts to make the files of a list, or goes on where it was stopped.
	 * @param list which
	 * @param agent who imports
	 * @param inviting whether the doctors are to be written to
	 * @return the page where its progress is seen
	 * @throws FileRefusedException when nothing of the list can be imported any more
	 */
	@Transactional
	public String start(IntakeReports.Intake list, SignedIn agent, boolean inviting) {
		int started = this.jdbc.sql("""
				update volunteer_intake set started_at = coalesce(started_at, ?) where id = ? and forgotten_at is null
				  and ended_at is null""").params(this.clock.instant().atOffset(ZoneOffset.UTC), list.id()).update();
		if (started == 0 || list.pending() == 0) {
			throw new FileRefusedException(Reason.LIST_FORGOTTEN);
		}
		note("volunteer.import.started", list, list.pending());
		return this.works.page(this.works.start("volunteer.import", (progress) -> {
			make(list, agent.accountId(), inviting, progress);
			return "/ars/medecins/import/" + list.id();
		}));
	}

	/** Whoever stops it finds whole files only: the last few are finished first. */
	private void make(IntakeReports.Intake list, long agentId, boolean inviting, Progress progress) {
		progress.of(list.pending());
		int done = 0;
		try {
			int more;
			do {
				more = makeSome(list.id(), agentId, inviting);
				done += more;
				progress.advance(more);
			}
			while (more > 0);
		}
		catch (WorkStoppedException ex) {
			note("volunteer.import.stopped", list, done);
			throw ex;
		}
		this.jdbc.sql("update volunteer_intake set ended_at = ? where id = ? and ended_at is null")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), list.id())
			.update();
		note("volunteer.import.done", list, done);
	}

	/** Somebody who applies at this very moment is known the next time. */
	private int makeSome(long id, long agentId, boolean inviting) {
		for (int tries = 1;; tries++) {
			try {
				return this.making.makeSome(id, agentId, inviting);
			}
			catch (DataIntegrityViolationException | FileRefusedException | AccountRefusedException
					| UnexpectedRollbackException ex) {
				if (tries == TRIES) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Has the doctors of a list written to.
	 * @param list which
	 * @return how many will be
	 */
	@Transactional
	public int invite(IntakeReports.Intake list) {
		int doctors = this.welcomes.want(list.id());
		if (doctors > 0) {
			note("volunteer.import.invited", list, doctors);
		}
		return doctors;
	}

	/**
	 * Throws a list away of which no file was made.
	 * @param list which
	 * @throws FileRefusedException when one was
	 */
	@Transactional
	public void throwAway(IntakeReports.Intake list) {
		if (this.jdbc.sql("delete from volunteer_intake where id = ? and started_at is null")
			.param(list.id())
			.update() == 0) {
			throw new FileRefusedException(Reason.LIST_STARTED);
		}
	}

	/** Of the list its number: somebody may be named in the name of the file. */
	private void note(String action, IntakeReports.Intake list, int doctors) {
		this.journal.note(new Act(action, "volunteer-intake:" + list.id(), "Liste n°\u00a0" + list.id(), null,
				String.valueOf(doctors)));
	}

}
