package fr.medecinproche.campaign;

import java.util.EnumMap;

import fr.medecinproche.account.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CampaignTextTests {

	@Test
	void every_placeholder_is_filled_and_what_is_filled_in_is_not_looked_at_again() {
		var values = new EnumMap<Placeholder, String>(Placeholder.class);
		for (var placeholder : Placeholder.values()) {
			values.put(placeholder, "<" + placeholder + "> {zone}");
		}
		values.put(Placeholder.ZONE, "Marciac");
		var filled = new CampaignText("À {zone}", "{zone}, {periode}, {dates}, {lieux}, {hebergement}, {frais}")
			.filledWith(values);
		assertThat(filled.subject()).isEqualTo("À Marciac");
		assertThat(filled.body()).isEqualTo(
				"Marciac, <PERIOD> {zone}, <DATES> {zone}, <PLACES> {zone}, " + "<LODGING> {zone}, <COSTS> {zone}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{nom}", "{zone", "zone}", "{{zone}}", "{ zone }", "{}" })
	void a_word_nobody_fills_in_is_noticed(String text) {
		assertThat(CampaignText.isMistyped("Bonjour " + text)).isTrue();
	}

	@Test
	void a_text_has_limits() {
		assertThat(new CampaignText("x".repeat(120), "y".repeat(4000)).body()).hasSize(4000);
		assertThatIllegalArgumentException().isThrownBy(() -> new CampaignText("x".repeat(121), "y"));
		assertThatIllegalArgumentException().isThrownBy(() -> new CampaignText("x", "y".repeat(4001)));
		assertThatIllegalArgumentException().isThrownBy(() -> new CampaignText(" ", "y"));
	}

	@Test
	void addresses_are_found_among_names_once_each_and_other_lines_are_told() {
		var list = AddressList.of("""
				Dr Roux <A.Roux@cpts.example>; b@cpts.example

				a.roux@cpts.example
				pas une adresse
				faux@
				c@cpts.example, faux@@example""");
		assertThat(list.addresses()).extracting(EmailAddress::value)
			.containsExactly("a.roux@cpts.example", "b@cpts.example", "c@cpts.example");
		assertThat(list.unreadable()).containsExactly(4, 5, 6);
	}

}
