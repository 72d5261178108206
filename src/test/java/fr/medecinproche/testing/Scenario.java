package fr.medecinproche.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.HowToCome;
import fr.medecinproche.site.SiteDescription;
import fr.medecinproche.site.SiteHost;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Rpps;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerApplication;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts people, places and half-days in the database, in the words of the domain. Each
 * call is a transaction of its own.
 */
public class Scenario {

	/** Gers, CC Bastides et Vallons du Gers. */
	public static final String MARCIAC = "32233";

	/** Gers, the same zone, some fifteen kilometres from Marciac. */
	public static final String PLAISANCE = "32319";

	/** Gard, CC Pays Viganais. */
	public static final String LE_VIGAN = "30350";

	/** The password of everybody here. */
	public static final String PASSWORD = "une phrase de passe";

	/** A Tuesday eight days after the tests' "now". */
	public static final LocalDate TUESDAY = LocalDate.of(2027, 1, 12);

	private final Accounts accounts;

	private final Communes communes;

	private final SiteService siteService;

	private final SiteHosts hosts;

	private final Volunteers volunteers;

	private final VolunteerService files;

	private final HalfDaySlots slots;

	private final SchedulingService scheduling;

	private final BookingService bookings;

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Scenario(Accounts accounts, Communes communes, SiteService siteService, SiteHosts hosts, Volunteers volunteers,
			VolunteerService files, HalfDaySlots slots, SchedulingService scheduling, BookingService bookings,
			JdbcClient jdbc, PasswordEncoder passwords, TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.communes = communes;
		this.siteService = siteService;
		this.hosts = hosts;
		this.volunteers = volunteers;
		this.files = files;
		this.slots = slots;
		this.scheduling = scheduling;
		this.bookings = bookings;
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** An account whose e-mail address is confirmed. */
	public Account account(String email, Role role) {
		var account = new Account(EmailAddress.parse(email).orElseThrow(), this.passwords.encode(PASSWORD), role, email,
				Locale.FRENCH, this.clock);
		account.confirmEmail(this.clock);
		return this.accounts.save(account);
	}

	/** The agent of the region. */
	public Account agent() {
		return account("agent@essai.example", Role.AGENT);
	}

	/** An agent of one department. */
	public Account agentOf(String departement) {
		return this.transaction.execute((status) -> {
			var agent = account("agent." + departement + "@essai.example", Role.AGENT);
			agent.narrowTo(departement);
			return agent;
		});
	}

	/**
	 * An open site with one room and the usual hours, where every time is everybody's.
	 */
	public ConsultationSite openSite(String nom, String insee) {
		return openSite(nom, insee, 1);
	}

	/** An open site with the usual hours, where every time is everybody's. */
	public ConsultationSite openSite(String nom, String insee, int rooms) {
		return openSite(nom, SiteKind.MAISON_DE_SANTE, insee, rooms);
	}

	/** An open « médicobus »: it stops nowhere yet. */
	public ConsultationSite openBus(String nom, String insee) {
		return openSite(nom, SiteKind.MEDICOBUS, insee, 1);
	}

	private ConsultationSite openSite(String nom, SiteKind kind, String insee, int rooms) {
		return this.transaction.execute((status) -> {
			var site = site(nom, kind, insee, rooms);
			ready(site);
			this.siteService.open(site.getId(), null);
			return site;
		});
	}

	/** A site in preparation: somebody said where the keys are, and nothing else. */
	public ConsultationSite preparingSite(String nom, String insee) {
		return this.transaction.execute((status) -> site(nom, SiteKind.MAISON_DE_SANTE, insee, 1));
	}

	private ConsultationSite site(String nom, SiteKind kind, String insee, int rooms) {
		var commune = this.communes.findById(insee).orElseThrow();
		var description = new SiteDescription(nom, kind, "1 place de la Mairie", commune.getPostalCodes().getFirst(),
				commune, commune.getPosition(), rooms, PhoneNumber.parse("01 99 00 12 34").orElseThrow(), true, true,
				false, Set.of(), ConsultationHours.USUAL, null, new HowToCome("Au fond de la cour.", null, null, null),
				"La clé est à la mairie.");
		var site = this.siteService.create(description, false);
		site.bookBy(BookingRules.NOTHING_KEPT);
		return site;
	}

	/** Declares a site ready that has all it needs. */
	public void ready(ConsultationSite site) {
		this.transaction.executeWithoutResult((status) -> {
			this.slots.flush();
			this.jdbc.sql("""
					insert into site_readiness (site_id, item, state, party, changed_at)
					select site_id, item, 'READY', party, now() from site_preparation where site_id = ? and missing
					on conflict (site_id, item) do update set state = 'READY'""").param(site.getId()).update();
			this.siteService.declareReady(site.getId(), null);
		});
	}

	/** A host who receives patients at a site. */
	public Account hostOf(ConsultationSite site) {
		var account = account("hote." + site.getId() + "@essai.example", Role.HOST);
		this.hosts.save(new SiteHost(account, site));
		return account;
	}

	/** A doctor of Toulouse whose file waits for a decision. */
	public Volunteer candidate(String givenName, String familyName) {
		return this.transaction.execute((status) -> {
			var account = account((givenName + "." + familyName + "@essai.example").toLowerCase(Locale.ROOT),
					Role.VOLUNTEER);
			return this.files.apply(account, new VolunteerApplication(givenName, familyName, rpps(account.id()),
					PhoneNumber.parse("06 39 98 00 01").orElseThrow(), this.communes.findById("31555").orElseThrow(),
					Practice.LIBERAL_INSTALLE, Secteur.SECTEUR_1));
		});
	}

	/** A doctor of Toulouse who may take half-days. */
	public Volunteer volunteer(String givenName, String familyName) {
		var volunteer = candidate(givenName, familyName);
		this.files.activate(volunteer.getId(), volunteer.getAccount().id());
		return this.volunteers.findById(volunteer.getId()).orElseThrow();
	}

	/** Ends a candidate's file. */
	public void refuse(Volunteer candidate, String reason, long agentId) {
		move(candidate.getId(), FileStatus.REFUSED, reason, FileAuthor.agent(agentId));
	}

	/** Moves a file by one step, today. */
	public void move(long volunteerId, FileStatus to, @Nullable String note, FileAuthor author) {
		var seen = this.volunteers.findById(volunteerId).orElseThrow().getFile().step();
		this.files.moveOn(volunteerId, seen, List.of(new FileMove(to, LocalDate.now(this.clock), note)), author);
	}

	/** A number of a range nobody has, different for each seed. */
	public static Rpps rpps(long seed) {
		var stem = "9990%06d".formatted(seed);
		for (char key = '0'; key <= '9'; key++) {
			var read = Rpps.parse(stem + key);
			if (read.isPresent()) {
				return read.get();
			}
		}
		throw new IllegalStateException("every stem has a key");
	}

	/** An open half-day in the site's first room. */
	public HalfDaySlot halfDay(ConsultationSite site, HalfDay halfDay) {
		return halfDay(site, halfDay, 1);
	}

	public HalfDaySlot halfDay(ConsultationSite site, HalfDay halfDay, int room) {
		return this.slots.save(new HalfDaySlot(site, halfDay, room, this.clock));
	}

	/** A half-day of a volunteer. */
	public HalfDaySlot taken(Volunteer volunteer, ConsultationSite site, HalfDay halfDay) {
		var slot = halfDay(site, halfDay);
		return this.scheduling.take(volunteer.getId(), List.of(slot.getId())).getFirst();
	}

	/** A patient without a regular doctor. */
	public static Patient patient(String givenName, String familyName) {
		return new Patient(givenName, familyName, LocalDate.of(1941, 5, 8), "+33639980002", "patient@essai.example",
				PLAISANCE, RegularDoctor.NO, false);
	}

	/** An appointment for an ordinary consultation. */
	public Booking appointment(HalfDaySlot slot, LocalTime time, Patient patient) {
		var startsAt = slot.getHalfDay().day().atTime(time).atZone(HalfDay.ZONE).toInstant();
		var hold = this.bookings.hold(slot.getId(), startsAt, VisitKind.CONSULTATION,
				new Asker(Channel.WEB, patient.regularDoctor()));
		return this.bookings.confirm(hold.secret(), patient, Locale.FRENCH, null);
	}

}
