package fr.medecinproche.web;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class FragmentsTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void an_empty_form_has_every_field_named_and_no_complaint() {
		page(this.mvc.get().uri("/demo/specimen").exchange()).isSound()
			.has("input#name[type=text][autocomplete=family-name]")
			.has("input#day[type=date]")
			.has("select#kind option[value=EHPAD]")
			.has("fieldset#other input[type=radio][value=EHPAD]")
			.has("input#agreed[type=checkbox][value=true]")
			.hasNo("[aria-invalid], .fr-alert--error, .fr-message--error");
	}

	@Test
	void a_refused_form_says_what_is_wrong_at_each_field_and_keeps_the_rest() {
		var answer = this.mvc.post()
			.uri("/demo/specimen")
			.with(Genuine.form())
			.param("name", "Aline <Roux>")
			.param("day", "demain")
			.param("kind", "EHPAD")
			.param("other", "BOSS")
			.param("_agreed", "on")
			.exchange();
		page(answer).isSound()
			.has("#name[value='Aline <Roux>']")
			.has("#kind option[value=EHPAD][selected]")
			.has("#day[aria-invalid=true][aria-describedby=day-messages]")
			.has(".fr-alert--error a[href='#day']")
			.has(".fr-alert--error a[href='#other']")
			.has("#other.fr-fieldset--error")
			.says("Écrivez une date, par exemple 31/12/2027.", "Cette réponse n’a pas la forme attendue.");
		assertThat(Jsoup.parse(html(answer)).title()).startsWith("Erreur : ");
	}

	@Test
	void what_is_missing_is_said_once_everything_can_be_read() {
		var answer = this.mvc.post()
			.uri("/demo/specimen")
			.with(Genuine.form())
			.param("day", "2027-01-14")
			.param("agreed", "false")
			.exchange();
		page(answer).isSound()
			.has("#day[value='2027-01-14']")
			.has("#agreed ~ .fr-messages-group .fr-message--error")
			.says("Remplissez ce champ.", "Écrivez votre adresse e-mail.", "Cette adresse e-mail n’est pas complète.");
	}

	@Test
	void the_sentences_follow_the_language() {
		var answer = this.mvc.post().uri("/demo/specimen?lang=en").with(Genuine.form()).exchange();
		page(answer).isSound().says("Fill in this field.", "Write your e-mail address.");
	}

	@Test
	void a_chart_says_in_words_what_it_draws() {
		page(this.mvc.get().uri("/demo/graphiques").exchange()).isSound()
			.has("[role=img][aria-labelledby='un-title un-description'] rect[fill='url(#un-pattern-2)']")
			.has("[role=img][aria-labelledby='deux-title'] line.chart-stroke-2")
			.has("#trois-title + svg + ul li:contains(Bastides <&> Vallons) rect[width='98.00%']")
			.has("ul[aria-labelledby=quatre-title] rect[x='24.00%'][width='72.00%']")
			.hasNo("ul[aria-labelledby=cinq-title], [aria-labelledby^=cinq]")
			.says("Pas de donnée pour ce graphique.", "12,3", "12 %");
	}

	@Test
	void a_chart_has_a_cell_for_each_figure() {
		var charts = Jsoup.parse(html(this.mvc.get().uri("/demo/graphiques").exchange()));
		var rows = charts.select("figure:has(#deux-title) tbody tr");
		assertThat(rows).hasSize(12);
		assertThat(rows.get(2).select("td").eachText()).containsExactly("9 %", "pas de donnée");
		assertThat(charts.select("figure:has(#deux-title) .chart-field line.chart-stroke-1")).hasSize(9);
		assertThat(charts.select("figure:has(#deux-title) .chart-field path.chart-mark-1")).hasSize(11);
	}

	@Test
	void the_title_and_the_trail_are_the_page_s_own_words() {
		var document = Jsoup.parse(html(this.mvc.get().uri("/demo/specimen").exchange()));
		assertThat(document.title()).isEqualTo("Specimen <& — Un médecin près de chez vous");
		assertThat(document.select(".fr-breadcrumb__list li").eachText()).containsExactly("Accueil", "Specimen <&");
		assertThat(document.select(".fr-breadcrumb [aria-current=page]").eachText()).containsExactly("Specimen <&");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 10, 11 })
	void a_pager_has_few_links_that_keep_the_search(int number) {
		var document = Jsoup
			.parse(html(this.mvc.get().uri("/demo/specimen?q={q}&page={page}", "été", number).exchange()));
		var links = document.select(".fr-pagination a");
		assertThat(links.size()).isBetween(5, 7);
		assertThat(document.select(".fr-pagination [aria-current=page]").eachText())
			.containsExactly(String.valueOf(number + 1));
		assertThat(links.select("[href]").eachAttr("href"))
			.allMatch((link) -> link.matches("/demo/specimen\\?q=%C3%A9t%C3%A9&page=\\d+"))
			.doesNotContain("/demo/specimen?q=%C3%A9t%C3%A9&page=" + number);
	}

	@Test
	void a_refusal_nobody_caught_is_a_page_with_its_sentence_and_its_status() {
		var answer = this.mvc.get().uri("/demo/specimen/1").exchange();
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		page(answer).isSound().says("Ce n’est pas possible", "Un compte existe déjà à cette adresse.");
		page(this.mvc.get().uri("/demo/specimen/1").with(People.agent()).exchange()).isSound();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/specimen/abc", "/demo/specimen/99999999999" })
	void a_number_that_is_none_is_a_page_that_does_not_exist(String path) {
		assertThat(this.mvc.get().uri(path).exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void a_parameter_of_the_wrong_kind_is_a_bad_request() {
		assertThat(this.mvc.get().uri("/demo/specimen?page=x").exchange()).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private static String html(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

}
