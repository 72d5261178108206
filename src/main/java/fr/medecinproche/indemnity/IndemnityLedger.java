package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the half-days that were held come to. It prepares what the CPAM pays; it pays
 * nothing. What the service overlooks is refused by the database.
 */
@Service
@Transactional
public class IndemnityLedger {

	private final JdbcClient jdbc;

	private final HalfDaySlots slots;

	private final OpenStatements statements;

	private final IndemnitySettings settings;

	private final IndemnityActs acts;

	private final Clock clock;

	IndemnityLedger(JdbcClient jdbc, HalfDaySlots slots, OpenStatements statements, IndemnitySettings settings,
			IndemnityActs acts, Clock clock) {
		this.jdbc = jdbc;
		this.slots = slots;
		this.statements = statements;
		this.settings = settings;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Enters a half-day that was held.
	 * @param slotId the half-day
	 * @param accountId who confirms it, for the site or the agency
	 * @return the month of the statement it was entered in: its own, or the present one
	 * when its own is closed
	 * @throws IndemnityRefusedException when nobody was to hold it, it is not over, it is
	 * entered already, or the doctor confirms it
	 */
	public YearMonth enter(long slotId, long accountId) {
		var slot = over(slotId, accountId);
		var statement = this.statements.receiving(doctorOf(slot).getId(), slot.getMonth());
		if (entryOf(slotId).isPresent()) {
			throw new IndemnityRefusedException(Reason.ALREADY_ENTERED);
		}
		try {
			decide(slot, true, accountId);
			insert(slot, statement.id(), accountId);
		}
		catch (DuplicateKeyException ex) {
			throw new IndemnityRefusedException(Reason.ALREADY_ENTERED);
		}
		this.statements.changed(statement.id());
		this.acts.decided(slotId, true);
		return statement.month();
	}

	/**
	 * Notes that a half-day was not held, and withdraws its line if there is one. A
	 * second time changes nothing.
	 * @param slotId the half-day
	 * @param accountId who says so, for the site or the agency
	 * @throws IndemnityRefusedException when nobody was to hold it, it is not over, the
	 * doctor says so, or the statement it is in is closed
	 */
	public void notHeld(long slotId, long accountId) {
		var slot = over(slotId, accountId);
		var receiving = this.statements.receiving(doctorOf(slot).getId(), slot.getMonth());
		var entry = entryOf(slotId);
		entry.map(Entry::statementId)
			.filter((statement) -> statement != receiving.id())
			.ifPresent(this.statements::lock);
		entry.ifPresent((line) -> {
			this.jdbc.sql("delete from indemnity_line where id = ?").param(line.id()).update();
			this.statements.changed(line.statementId());
		});
		decide(slot, false, accountId);
		this.acts.decided(slotId, false);
	}

	private HalfDaySlot over(long slotId, long accountId) {
		var slot = this.slots.findById(slotId)
			.filter((half) -> half.getVolunteer() != null && !half.ends().isAfter(this.clock.instant()))
			.orElseThrow(() -> new IndemnityRefusedException(Reason.NOT_HELD));
		if (doctorOf(slot).getAccount().id() == accountId) {
			throw new IndemnityRefusedException(Reason.OWN_HALF_DAY);
		}
		return slot;
	}

	private static Volunteer doctorOf(HalfDaySlot slot) {
		return Objects.requireNonNull(slot.getVolunteer());
	}

	private Optional<Entry> entryOf(long slotId) {
		return this.jdbc.sql("select id, statement_id from indemnity_line where slot_id = ? and kind = 'ENTRY'")
			.param(slotId)
			.query(Entry.class)
			.optional();
	}

	private void decide(HalfDaySlot slot, boolean held, long accountId) {
		this.jdbc.sql("""
				insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
				values (?, ?, ?, ?, ?) on conflict (slot_id) do update set held = excluded.held,
				decided_by = excluded.decided_by, decided_at = excluded.decided_at
				where half_day_presence.held <> excluded.held""")
			.params(slot.getId(), doctorOf(slot).getId(), held, accountId, now())
			.update();
	}

	private void insert(HalfDaySlot slot, long statement, long accountId) {
		this.jdbc.sql("""
				insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents,
				confirmed_by, confirmed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(statement, slot.getId(), doctorOf(slot).getId(), slot.getHalfDay().day(),
					slot.getHalfDay().period().name(), this.settings.halfDayCents(), accountId, now())
			.update();
	}

	/**
	 * What a month comes to.
	 * @param volunteerId whose month
	 * @param month which
	 * @return in cents of a euro, nothing when nothing was entered
	 */
	@Transactional(readOnly = true)
	public long total(long volunteerId, YearMonth month) {
		return this.jdbc.sql("""
				select coalesce(sum(l.amount_cents), 0) from indemnity_line l
				join indemnity_statement s on s.id = l.statement_id where s.volunteer_id = ? and s.month = ?""")
			.params(volunteerId, month.atDay(1))
			.query(Long.class)
			.single();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private record Entry(long id, long statementId) {
	}

}
