package fr.medecinproche.account;

import fr.medecinproche.account.Browser.Device;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.77, 203.0.113.0/24", "127.0.0.1, 127.0.0.0/24",
			"2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48", "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:0/48" })
	void the_end_of_an_address_is_cut_off(String address, String network) {
		assertThat(new Caller(address, null).network()).hasValue(network);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "host.example", "face.cafe", "203.0.113", "999.1.1.1", "::g", ":" })
	void what_is_no_address_is_not_looked_up(String address) {
		assertThat(new Caller(address, null).network()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			textBlock = """
					Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0                        | FIREFOX | WINDOWS
					Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0   | EDGE    | WINDOWS
					Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36   | CHROME  | LINUX
					Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1   | SAFARI  | IPHONE
					Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/5 | SAMSUNG | ANDROID
					Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15          | SAFARI  | MAC
					curl/8.0                                                                                                | OTHER   | OTHER
					none                                                                                                    | OTHER   | OTHER
					""")
	void a_browser_is_known_by_its_family(String userAgent, Browser browser, Device device) {
		assertThat(Browser.of(userAgent)).isEqualTo(browser);
		assertThat(Device.of(userAgent)).isEqualTo(device);
	}

}
