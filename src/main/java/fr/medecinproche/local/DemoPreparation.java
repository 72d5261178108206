package fr.medecinproche.local;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is done and what is missing at the sites that are not open yet, what the demo
 * host's site says of its needs and to the doctors who come, and two proposed places.
 */
@Component
@OnLocalMachine
@Order(10)
class DemoPreparation implements DemoPart {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	DemoPreparation(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var today = LocalDate.now(this.clock);
		var now = OffsetDateTime.now(this.clock);
		this.jdbc.update("""
				insert into site_readiness (site_id, item, state, party, responsible, due, note, changed_at)
				select s.id, i.item, i.state, i.party, i.responsible, cast(? as date) + i.days, i.note, ?
				from consultation_site s cross join (values
				  ('ROOM', 'READY', 'SITE', null, null, null),
				  ('CARD_READER', 'IN_PROGRESS', 'AGENCY', null, 14, 'Commandé'),
				  ('SOFTWARE', 'TODO', 'SITE', 'Mme Serres, coordinatrice', -3, null),
				  ('INTERNET', 'IN_PROGRESS', 'COMMUNE', 'M. Vidal, mairie', 7, 'La fibre arrive'))
				  i (item, state, party, responsible, days, note)
				where s.status = 'PREPARING' on conflict do nothing""", today, now);
		this.jdbc.update("""
				insert into site_welcome (site_id, contact_name, contact_phone, team, software_help, internet, pharmacy,
				  laboratory, ambulance, emergency, bring, changed_at)
				select h.site_id, 'Mme Duprat, secrétaire', '+33199000100', 'Deux infirmières et un kinésithérapeute.',
				  'Une session « médecin de passage » est ouverte sur le poste du cabinet 1.', 'Le secrétariat.',
				  'Pharmacie de la Place, à 100 mètres.', 'Passage du coursier à 11 h.', 'Demandez au secrétariat.',
				  'Hôpital d’Auch, 50 minutes.', 'Carte CPS et ordonnances.', ? from site_host h""", now);
		var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		this.jdbc.update("""
				insert into site_week_need (site_id, monday, half_days, note, said_at)
				select h.site_id, cast(? as date) + 7 * w, 2 + w, null, ? from site_host h
				cross join generate_series(1, 3) w""", monday, now);
		// half a year ahead, where nothing is open: no doctor of the demo is disturbed
		this.jdbc.update("""
				insert into site_no_need (site_id, from_day, until_day, reason, said_at)
				select h.site_id, cast(? as date) + 210, cast(? as date) + 216, 'Nos médecins sont tous présents.', ?
				from site_host h""", today, today, now);
		propose("Mairie de Plaisance", "32319", now.minusDays(2));
		propose("Maison médicale de Toulouse", "31555", now.minusDays(1));
	}

	private void propose(String organisation, String commune, OffsetDateTime sent) {
		this.jdbc.update(
				"""
						insert into site_proposal (status, organisation, organisation_key, kind, commune, equipment, step_free,
						  secretary, lodging, message, place_phone, proposer, role, email, phone, locale, sent_at,
						  confirmed_at)
						values ('TO_REVIEW', ? || ' (démonstration)', lower(?), 'CABINET_PRETE', ?, 'EXAMINATION_TABLE,INTERNET',
						  true, false, true, 'Un cabinet meublé attend au-dessus de la mairie.', '+33199000102', 'Jeanne Duprat', 'maire',
						  'proposition@demo.example', '+33199000101', 'fr', ?, ?)""",
				organisation, organisation, commune, sent, sent);
	}

}
