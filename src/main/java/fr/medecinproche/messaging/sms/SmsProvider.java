package fr.medecinproche.messaging.sms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * Talks to a provider in JSON. What a provider answers is never repeated whole: it may
 * hold numbers and texts.
 */
class SmsProvider {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RestClient http;

	SmsProvider(RestClient http) {
		this.http = http;
	}

	/** What will be sent, letter for letter: a signature covers it. */
	static String json(Object body) {
		return JSON.writeValueAsString(body);
	}

	Answer get(URI address) {
		return exchange(HttpMethod.GET, address, null, (headers) -> {
		});
	}

	Answer post(URI address, String body, Consumer<HttpHeaders> headers) {
		return exchange(HttpMethod.POST, address, body, headers);
	}

	private Answer exchange(HttpMethod method, URI address, @Nullable String body, Consumer<HttpHeaders> headers) {
		var request = this.http.method(method).uri(address).accept(MediaType.APPLICATION_JSON).headers(headers);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
		}
		return request.exchangeForRequiredValue((sent, response) -> new Answer(response.getStatusCode(),
				new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
	}

	/**
	 * What a provider answered.
	 *
	 * @param status of HTTP
	 * @param text its body
	 */
	record Answer(HttpStatusCode status, String text) {

		boolean is(int code) {
			return this.status.value() == code;
		}

		boolean isSuccess() {
			return this.status.is2xxSuccessful();
		}

		/** The body, or a missing node when it is no JSON. */
		JsonNode json() {
			try {
				return JSON.readTree(this.text);
			}
			catch (JacksonException ex) {
				return JSON.missingNode();
			}
		}

	}

}
