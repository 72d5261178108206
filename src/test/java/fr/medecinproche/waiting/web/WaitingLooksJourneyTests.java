package fr.medecinproche.waiting.web;

import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Stream;

import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.waiting.WaitingService;
import fr.medecinproche.waiting.WaitingWish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of those who wait, on the narrowest phone and on a screen.
 */
@BrowserTest
class WaitingLooksJourneyTests {

	@Autowired
	WaitingService waiting;

	@Autowired
	BookingService bookings;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onPhone().withoutScript(), Visit.onPhone().inTheDark().inEnglish());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void everybody_can_use_them(Visit visit, Browsers browsers) {
		this.database.clean();
		var slot = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		var other = this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Luc", "Castex"));
		var link = this.waiting
			.join(Scenario.patient("Jeanne", "Daste"), this.communes.findById(Scenario.PLAISANCE).orElseThrow(),
					new WaitingWish(VisitKind.CONSULTATION, (short) 30, null),
					Locale.forLanguageTag(visit.locale().substring(0, 2)))
			.orElseThrow();
		var page = browsers.open(visit);
		var name = "%s-%s".formatted(visit.width(), visit.locale());
		page.navigate("/alertes?commune=32319");
		Pages.assertAccessible(page);
		Pages.shot(page, "waiting-form-" + name);
		page.locator("#phone").fill("05 62 69 00 00");
		page.locator("main form[method=post] button").last().click();
		assertThat(page.locator(".fr-alert--error").isVisible()).isTrue();
		Pages.assertAccessible(page);
		Pages.shot(page, "waiting-form-refused-" + name);
		page.navigate("/alertes/comment-ca-marche");
		Pages.assertAccessible(page);
		Pages.shot(page, "waiting-how-" + name);
		this.bookings.cancel(other.appointment().getId(), Canceller.PATIENT);
		for (var address : new String[] { "", "/offre" }) {
			page.navigate("/alertes/" + link.value() + address);
			Pages.assertAccessible(page);
			Pages.shot(page, "waiting-page" + address.replace('/', '-') + "-" + name);
		}
	}

}
