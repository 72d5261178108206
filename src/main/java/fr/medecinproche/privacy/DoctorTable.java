package fr.medecinproche.privacy;

import java.util.Locale;

import org.springframework.util.StringUtils;

/**
 * What is held of a doctor, table by table. The names of the columns are those the doctor
 * reads in the file; after a bar stands the key, to be completed by the value, of the
 * words the page says instead of a code. What belongs to others is left out, patients and
 * the names of agents; and so are secrets and the bodies of messages, which hold links
 * that act.
 */
enum DoctorTable {

	COMPTE("""
			select a.display_name as "nomAffiche", a.email as "adresse", a.role as "role|account.Role.",
			  a.locale as "langue|privacy.doctor.langue.", a.created_at as "ouvertLe",
			  a.email_confirmed_at as "adresseConfirmeeLe", a.suspended_at as "suspenduLe",
			  (select f.kind from second_factor f where f.account_id = a.id) as "deuxEtapes|privacy.doctor.deuxEtapes."
			from account a where a.id = :account"""),

	DOSSIER("""
			select v.given_name as "prenom", v.family_name as "nom", v.rpps as "rpps",
			  v.billing_number as "numeroAssuranceMaladie", v.mobile as "mobile", c.nom as "commune",
			  v.practice as "exercice|volunteer.Practice.", v.secteur as "secteur|volunteer.Secteur.",
			  v.file_status as "etat|volunteer.FileStatus.", v.file_since as "depuis", v.submitted_at as "candidatureLe",
			  v.cps_asked_on as "carteDemandeeLe", v.cps_received_on as "carteRecueLe"
			from volunteer v join commune c on c.insee = v.commune where v.id = :doctor"""),

	CANDIDATURE(
			"""
					select a.cdom as "departementOrdre", a.specialty as "specialite", a.fragile_zone as "exerceEnZoneFragile",
					  a.insurer_informed as "assureurPrevenu",
					  array(select z.nom_ars from intercommunalite z where z.siren = any (a.zones) order by 1) as "zonesVoulues",
					  a.max_km as "distanceMaximaleKm", a.weekdays as "joursVoulus|schedule.DayOfWeek.",
					  a.start as "debutVoulu|volunteer.StartWish."
					from volunteer_application a where a.volunteer_id = :doctor"""),

	PREFERENCES(
			"""
					select v.accepts_regular_patients as "accepteNouveauxPatients", v.languages as "langues|volunteer.SpokenLanguage.",
					  v.consultation_minutes as "dureeConsultationMinutes", v.max_distance_km as "distanceMaximaleKm",
					  v.mornings as "matins|schedule.DayOfWeek.", v.afternoons as "apresMidis|schedule.DayOfWeek."
					from volunteer v where v.id = :doctor"""),

	ETAPES("""
			select s.happened_on as "date", s.to_status as "etat|volunteer.FileStatus.", s.recorded_at as "noteLe",
			  s.author as "par|privacy.doctor.par.", s.note as "message", nullif(s.imported, false) as "repriseDUneListe"
			from volunteer_file_step s where s.volunteer_id = :doctor order by s.number"""),

	RELANCES("""
			select r.written_on as "date", r.party as "adresseeA|privacy.doctor.relance."
			from volunteer_file_reminder r where r.volunteer_id = :doctor order by 1"""),

	NOTES("""
			select n.written_at as "date", n.text as "texte", n.withdrawn_at as "retireeLe"
			from volunteer_note n where n.volunteer_id = :doctor order by 1"""),

	LISTE("""
			select i.read_at as "listeLueLe", l.line as "ligne", w.invited_at as "derniereInvitationLe",
			  w.invited as "invitations", w.confirmed_at as "confirmeLe"
			from volunteer_welcome w left join volunteer_intake i on i.id = w.intake_id
			left join volunteer_intake_line l on l.intake_id = i.id and l.volunteer_id = w.volunteer_id
			where w.volunteer_id = :doctor"""),

	DEMI_JOURNEES(
			"""
					select h.day as "date", h.period as "demiJournee|schedule.Period.", h.starts_at as "debut", h.ends_at as "fin",
					  s.nom as "lieu", c.nom as "commune", h.taken_at as "priseLe", p.held as "tenue", p.decided_at as "confirmeeLe",
					  h.consultation_minutes as "dureeConsultationMinutes", nullif(h.replaced, false) as "remplaceAuCabinet"
					from half_day_slot h join consultation_site s on s.id = h.site_id join commune c on c.insee = s.commune
					left join half_day_presence p on p.slot_id = h.id and p.volunteer_id = h.volunteer_id
					where h.volunteer_id = :doctor order by h.day, h.period desc"""),

	RELEVES("""
			select s.month as "mois", s.ready_at as "aVerifierDepuis", s.confirmed_at as "confirmeLe",
			  s.confirmed_cents as "montantConfirme|€", s.closed_at as "closLe"
			from indemnity_statement s where s.volunteer_id = :doctor order by 1"""),

	LIGNES("""
			select l.day as "date", l.period as "demiJournee|schedule.Period.", l.kind as "nature|indemnity.line.",
			  l.amount_cents as "montant|€", l.reason as "motif", l.confirmed_at as "confirmeeLe", b.made_at as "transmiseLe"
			from indemnity_line l left join indemnity_batch_line k on k.line_id = l.id
			left join indemnity_batch b on b.id = k.batch_id
			where l.volunteer_id = :doctor order by l.day, l.period desc, l.id"""),

	CONTESTATIONS("""
			select d.day as "date", d.period as "demiJournee|schedule.Period.",
			  d.reason as "motif|indemnity.dispute.reason.", d.comment as "message", d.raised_at as "envoyeeLe",
			  d.outcome as "suite|indemnity.dispute.outcome.", d.answer as "reponse", d.answered_at as "repondueLe"
			from indemnity_dispute d join indemnity_statement s on s.id = d.statement_id
			where s.volunteer_id = :doctor order by d.raised_at"""),

	REMPLACEMENTS_DEMANDES("""
			select h.day as "date", h.period as "demiJournee|schedule.Period.", r.asked_at as "demandeLe",
			  r.deadline as "jusquAu", r.outcome as "suite|privacy.doctor.remplacement.", r.ended_at as "finLe"
			from stand_in_request r join half_day_slot h on h.id = r.slot_id
			where r.asked_by = :doctor order by r.asked_at"""),

	REMPLACEMENTS_PROPOSES(
			"""
					select h.day as "date", h.period as "demiJournee|schedule.Period.", i.sent_at as "ecritLe", i.km as "distanceKm",
					  i.reason as "choisiParceQue|privacy.doctor.raison.", i.answer as "reponse|privacy.doctor.reponse.",
					  i.answered_at as "reponduLe", coalesce(r.stand_in = i.volunteer_id, false) as "accepte"
					from stand_in_invitation i join stand_in_request r on r.id = i.request_id
					join half_day_slot h on h.id = r.slot_id where i.volunteer_id = :doctor order by i.sent_at"""),

	APPELS("""
			select z.nom_ars as "zone", i.written_at as "ecritLe", i.audience as "publicVise|campaign.Audience.",
			  i.km as "distanceKm", i.left_out as "nonEcritCar|privacy.doctor.ecarte.",
			  i.answer as "reponse|privacy.doctor.reponse.", i.answered_at as "reponduLe",
			  (select count(*) from campaign_interest k where k.invitation_id = i.id) as "demiJourneesVoulues"
			from campaign_invitation i join campaign c on c.id = i.campaign_id
			join intercommunalite z on z.siren = c.zone where i.volunteer_id = :doctor order by i.id"""),

	REFUS_DES_APPELS("""
			select r.said_at as "date" from campaign_refusal r where r.volunteer_id = :doctor"""),

	AGENDA("""
			select f.created_at as "abonnementCreeLe", null::timestamptz as "demiJourneeChangeeLe", null::boolean as "annulee"
			from calendar_feed f where f.volunteer_id = :doctor
			union all select null, e.changed_at, e.cancelled from calendar_entry e where e.volunteer_id = :doctor"""),

	/** Only to the address that was confirmed: nobody knows whose number was typed. */
	MESSAGES(
			"""
					select m.created_at as "date", m.channel as "moyen|appointment.data.channel.", m.recipient as "destinataire",
					  m.subject as "objet", m.status as "etat|privacy.doctor.envoi."
					from outbox_message m where lower(m.recipient) = (select lower(a.email) from account a where a.id = :account)
					order by m.created_at"""),

	CONNEXIONS(
			"""
					select s.tried_at as "date", s.means as "par|account.SignIn.Means.", s.succeeded as "reussie",
					  s.browser as "navigateur|account.Browser.", s.device as "appareil|account.Device.", s.network::text as "reseau"
					from sign_in s where s.account_id = :account order by 1"""),

	SESSIONS(
			"""
					select to_timestamp(s.creation_time / 1000) as "ouverteLe", to_timestamp(s.last_access_time / 1000) as "derniereUtilisation"
					from spring_session s where s.principal_name = cast(:account as text) order by 1"""),

	CHANGEMENTS_D_ADRESSE("""
			select e.old_email as "ancienneAdresse", e.new_email as "nouvelleAdresse", e.requested_at as "demandeLe",
			  e.confirmed_at as "confirmeLe", e.stopped_at as "arreteLe"
			from email_change e where e.account_id = :account order by e.requested_at"""),

	LIENS("""
			select l.purpose as "pour|privacy.doctor.lien.", l.expires_at as "jusquAu", l.used_at as "utiliseLe"
			from account_link l where l.account_id = :account order by l.expires_at"""),

	ANNUAIRE("""
			select d.given_name as "prenom", d.family_name as "nom", d.skills as "savoirFaire"
			from directory_doctor d join volunteer v on v.rpps = d.rpps where v.id = :doctor"""),

	JOURNAL("""
			select e.noted_at as "date", e.action as "acte|journal.act.", e.detail as "precision",
			  case when e.account_id = :account then 'DOCTOR' when e.account_id is null then 'SYSTEM' else 'AGENT' end
			    as "par|privacy.doctor.par."
			from journal_entry e where e.account_id = :account
			  or e.subject in ('volunteer:' || cast(:doctor as text), 'account:' || cast(:account as text))
			order by e.number""");

	private final String sql;

	DoctorTable(String sql) {
		this.sql = sql;
	}

	/** Asks for what is held of {@code :doctor}, whose account is {@code :account}. */
	String sql() {
		return this.sql;
	}

	/** Such as "demiJournees": its name in the file, and the end of its message key. */
	String key() {
		var words = name().toLowerCase(Locale.ROOT).split("_");
		var key = new StringBuilder(words[0]);
		for (int at = 1; at < words.length; at++) {
			key.append(StringUtils.capitalize(words[at]));
		}
		return key.toString();
	}

}
