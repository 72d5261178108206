package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.FileNumber;
import fr.medecinproche.journal.Journal;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts what is done about presences and money into the words of the journal, which is
 * kept in French. What is done about a doctor is noted on the doctor's file.
 */
@Component
class IndemnityActs {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final Journal journal;

	private final JdbcClient jdbc;

	private final MessageSource messages;

	IndemnityActs(Journal journal, JdbcClient jdbc, MessageSource messages) {
		this.journal = journal;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/** Where the half-day is, whose host or agency said so. */
	void decided(long slotId, boolean held) {
		var at = this.jdbc.sql("""
				select v.id as doctor, c.departement, h.day, h.period
				from half_day_slot h join volunteer v on v.id = h.volunteer_id
				join consultation_site p on p.id = h.site_id join commune c on c.insee = p.commune where h.id = ?""")
			.param(slotId)
			.query(About.class)
			.single();
		note(held ? "indemnity.held" : "indemnity.notHeld", at, at.halfDay(this));
	}

	void answered(long disputeId) {
		var at = this.jdbc.sql("""
				select v.id as doctor, c.departement, d.day, d.period
				from indemnity_dispute d join indemnity_statement s on s.id = d.statement_id
				join volunteer v on v.id = s.volunteer_id join commune c on c.insee = v.commune where d.id = ?""")
			.param(disputeId)
			.query(About.class)
			.single();
		var outcome = this.jdbc.sql("select outcome from indemnity_dispute where id = ?")
			.param(disputeId)
			.query(String.class)
			.single();
		note("indemnity.answered", at, at.halfDay(this) + ", " + say("indemnity.dispute.outcome." + outcome));
	}

	void corrected(long lineId, int cents) {
		var at = this.jdbc.sql("""
				select v.id as doctor, c.departement, l.day, l.period
				from indemnity_line l join volunteer v on v.id = l.volunteer_id
				join commune c on c.insee = v.commune where l.id = ?""").param(lineId).query(About.class).single();
		note("indemnity.corrected", at, "%s, %+.2f €".formatted(at.halfDay(this), cents / 100.0));
	}

	void statementClosed(long statementId) {
		var at = this.jdbc.sql("""
				select v.id as doctor, c.departement, s.month as day,
				  'MORNING' as period
				from indemnity_statement s join volunteer v on v.id = s.volunteer_id
				join commune c on c.insee = v.commune where s.id = ?""").param(statementId).query(About.class).single();
		note("indemnity.statementClosed", at, YearMonth.from(at.day()).toString());
	}

	void monthClosed(String region, YearMonth month) {
		this.journal
			.note(new Act("indemnity.monthClosed", "month:" + month + ":" + region, month + ", " + region, null));
	}

	void sent(String region, int number, int lines) {
		this.journal.note(new Act("indemnity.sent", "batch:" + region + "-" + number, region + "-" + number, null,
				this.messages.getMessage("indemnity.batch.lines", new Object[] { lines }, Locale.FRENCH)));
	}

	void taken(Batch batch, String file) {
		var name = batch.region() + "-" + batch.number();
		this.journal.note(new Act("indemnity.batchTaken", "batch:" + name, name, null, file));
	}

	private void note(String action, About about, String detail) {
		this.journal.note(new FileNumber(about.doctor()).act(action, about.departement(), detail));
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

	private record About(long doctor, String departement, LocalDate day, String period) {

		String halfDay(IndemnityActs words) {
			return DAY.format(this.day) + ", " + words.say("schedule.Period." + this.period);
		}

	}

}
