package fr.medecinproche.local;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Role;
import fr.medecinproche.local.DemoTable.Row;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.HowToCome;
import fr.medecinproche.site.SiteDescription;
import fr.medecinproche.site.SiteHost;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.GeoPoint;
import jakarta.persistence.EntityManager;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sites in real communes, most of them where a site was announced; what is said of them
 * is invented, and their names say so. The host receives at Marciac.
 */
@Component
@OnLocalMachine
@Order(2)
class DemoSites implements DemoPart {

	/** INSEE code of Marciac, where the demo host and the demo doctor are at home. */
	static final String MARCIAC = "32233";

	/** Sites differ in what they keep, and in how late one may change one's mind. */
	private static final List<BookingRules> RULES = List.of(BookingRules.USUAL,
			new BookingRules((short) 3, (short) 72, (short) 2, (short) 48, (short) 1, (short) 24, (short) 240),
			new BookingRules((short) 2, (short) 48, (short) 0, (short) 24, (short) 2, (short) 48, (short) 60),
			BookingRules.NOTHING_KEPT);

	private static final String ALL_READY = """
			insert into site_readiness (site_id, item, state, party, changed_at)
			select site_id, item, 'READY', party, (select created_at from consultation_site where id = :site)
			from site_preparation where site_id = :site and missing""";

	private final SiteService sites;

	private final SiteHosts hosts;

	private final Communes communes;

	private final Accounts accounts;

	private final DemoAccounts demo;

	private final EntityManager entities;

	DemoSites(SiteService sites, SiteHosts hosts, Communes communes, Accounts accounts, DemoAccounts demo,
			EntityManager entities) {
		this.sites = sites;
		this.hosts = hosts;
		this.communes = communes;
		this.accounts = accounts;
		this.demo = demo;
		this.entities = entities;
	}

	@Override
	public void create() {
		int number = 0;
		for (var row : DemoTable.rows("sites")) {
			var site = this.sites.create(description(row, ++number), true);
			site.bookBy(RULES.get(number % RULES.size()));
			moveOn(site.getId(), SiteStatus.valueOf(row.text("status")));
			if (row.text("insee").equals(MARCIAC)) {
				var host = this.demo.of(DemoSignIn.HOST.email(), Role.HOST, "Secrétariat de Marciac");
				this.hosts.save(new SiteHost(this.accounts.save(host), site));
			}
		}
		// the parts that follow write SQL
		this.entities.flush();
	}

	private SiteDescription description(Row row, int number) {
		var commune = this.communes.findById(row.text("insee")).orElseThrow();
		return new SiteDescription(row.text("nom") + " (démonstration)", SiteKind.valueOf(row.text("kind")),
				row.text("address"), commune.getPostalCodes().getFirst(), commune, position(row, commune),
				row.number("rooms"), PhoneNumber.parse("019900%04d".formatted(number)).orElseThrow(),
				row.isTrue("stepFree"), row.isTrue("secretary"), row.isTrue("lodging"), equipment(row),
				ConsultationHours.USUAL, null, howToCome(row),
				"La clé est à l’accueil de la mairie, ouverte dès 8 h 30.");
	}

	/** Of the towns whose middle lies far from the middle of their commune. */
	private static GeoPoint position(Row row, Commune commune) {
		var degrees = row.text("position");
		if (degrees.isEmpty()) {
			return commune.getPosition();
		}
		var parts = degrees.split(" ");
		return new GeoPoint(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
	}

	private static HowToCome howToCome(Row row) {
		return new HowToCome("Entrée par la place, à côté de la mairie.", row.textOrNull("parking"),
				row.textOrNull("transport"), row.textOrNull("notes"));
	}

	private static Set<Equipment> equipment(Row row) {
		return row.isTrue("secretary") ? EnumSet.allOf(Equipment.class)
				: EnumSet.of(Equipment.EXAMINATION_TABLE, Equipment.BLOOD_PRESSURE_MONITOR, Equipment.INTERNET);
	}

	private void moveOn(long site, SiteStatus status) {
		if (status != SiteStatus.PREPARING) {
			this.entities.flush();
			this.entities.createNativeQuery(ALL_READY).setParameter("site", site).executeUpdate();
			this.sites.declareReady(site, null);
			this.sites.open(site, null);
		}
		if (status == SiteStatus.SUSPENDED) {
			this.sites.suspend(site, null);
		}
	}

}
