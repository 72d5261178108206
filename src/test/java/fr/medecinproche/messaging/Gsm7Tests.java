package fr.medecinproche.messaging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Gsm7Tests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "é è à ù Ç É|é è à ù Ç É", "ê î ô â ï ç À|e i o a i c A", "L’œuvre d’Œdipe|L'oeuvre d'OEdipe",
					"« Oui » … – —|\" Oui \" ... - -", "9\u00a0h\u202f20|9 h 20", "e\u0301te\u0301|été",
					"Łódź 漢|?odz ?", "10 €|10 €", "zero\u200bwidth|zerowidth" })
	void writes_the_nearest_text(String text, String nearest) {
		assertThat(Gsm7.transliterate(text)).isEqualTo(nearest);
		assertThat(Gsm7.covers(Gsm7.transliterate(text))).isTrue();
	}

	@Test
	void counts_as_operators_do() {
		assertThat(Gsm7.messages("é".repeat(160))).isOne();
		assertThat(Gsm7.messages("é".repeat(161))).isEqualTo(2);
		assertThat(Gsm7.messages("€".repeat(80))).isOne();
		assertThat(Gsm7.messages("€".repeat(80) + "a")).isEqualTo(2);
		assertThat(Gsm7.messages("a".repeat(306))).isEqualTo(2);
		assertThat(Gsm7.messages("a".repeat(307))).isEqualTo(3);
	}

	@Test
	void the_alphabet_has_its_128_characters_less_the_escape() {
		int covered = 0;
		for (char c = 0; c < Character.MAX_VALUE; c++) {
			covered += Gsm7.covers(String.valueOf(c)) ? 1 : 0;
		}
		assertThat(covered).isEqualTo(127 + 10);
	}

}
