package fr.medecinproche.matching;

import java.util.List;

import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Doctors who may stand in, and what they were asked.
 */
public final class StandInFixture {

	/** In the Gers, some sixty kilometres from Marciac. */
	private static final String AUCH = "32013";

	private final Scenario scenario;

	private final JdbcClient jdbc;

	public StandInFixture(Scenario scenario, JdbcClient jdbc) {
		this.scenario = scenario;
		this.jdbc = jdbc;
	}

	/** A doctor of Toulouse, farther than those of Auch. */
	public Volunteer ofToulouse(String name) {
		return this.scenario.volunteer("Jean", name);
	}

	public Volunteer ofAuch(String name) {
		var volunteer = this.scenario.volunteer("Jean", name);
		this.jdbc.sql("update volunteer set commune = ? where id = ?").params(AUCH, volunteer.getId()).update();
		return volunteer;
	}

	/** "Bosc OPEN KNOWS_SITE", in the order of the invitations. */
	public List<String> invited() {
		return this.jdbc.sql("""
				select v.family_name || ' ' || i.answer || ' ' || i.reason from stand_in_invitation i
				join volunteer v on v.id = i.volunteer_id order by i.id""").query(String.class).list();
	}

	public List<String> names() {
		return invited().stream().map((line) -> line.substring(0, line.indexOf(' '))).toList();
	}

	public long invitationOf(Volunteer volunteer) {
		return this.jdbc.sql("select max(id) from stand_in_invitation where volunteer_id = ?")
			.param(volunteer.getId())
			.query(Long.class)
			.single();
	}

	/** The link of the letter to a doctor. */
	public String linkOf(Volunteer volunteer) {
		var text = this.jdbc.sql("""
				select body_text from outbox_message where recipient = ? and dedup_key like 'stand-in:%:asked'
				order by id desc limit 1""").param(volunteer.getAccount().email().value()).query(String.class).single();
		return text.replaceAll("(?s).*(/medecin/remplacement/[\\w-]+).*", "$1");
	}

	public String outcome() {
		return this.jdbc.sql("select outcome from stand_in_request order by id desc limit 1")
			.query(String.class)
			.single();
	}

	/** "roux found", of all letters about stand-ins to doctors, by reader. */
	public List<String> told() {
		return this.jdbc.sql("""
				select split_part(split_part(recipient, '@', 1), '.', 2) || ' ' || split_part(dedup_key, ':', 3)
				from outbox_message where dedup_key like 'stand-in%' order by 1""").query(String.class).list();
	}

}
