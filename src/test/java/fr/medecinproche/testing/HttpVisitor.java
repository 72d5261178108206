package fr.medecinproche.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;

/**
 * Somebody without a browser, over real HTTP: keeps cookies, follows redirects and sends
 * forms with their hidden fields. For what only shows beyond MockMvc: error pages, the
 * session, the server's own refusals.
 */
public final class HttpVisitor {

	private final String address;

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private String page = "";

	public HttpVisitor(int port) {
		this.address = "http://localhost:" + port;
	}

	/**
	 * Opens a page.
	 * @param path where it is
	 * @return what the server answered, redirects followed
	 */
	public HttpResponse<String> open(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.address + path)).header("Accept", "text/html"));
	}

	/**
	 * Sends the form of the page being shown.
	 * @param action where the form goes
	 * @param typed names and values in turn
	 * @return what the server answered, redirects followed
	 */
	public HttpResponse<String> submit(String action, String... typed) {
		var fields = new ArrayList<String>();
		Jsoup.parse(this.page)
			.select("form[action='" + action + "'] input[type=hidden]")
			.forEach((hidden) -> fields.addAll(List.of(hidden.attr("name"), hidden.val())));
		fields.addAll(List.of(typed));
		return post(action, fields.toArray(String[]::new));
	}

	/**
	 * Sends just these fields, as no form of ours would.
	 * @param path where they go
	 * @param fields names and values in turn
	 * @return what the server answered, redirects followed
	 */
	public HttpResponse<String> post(String path, String... fields) {
		var body = new StringBuilder();
		for (int i = 0; i < fields.length; i += 2) {
			body.append(encoded(fields[i])).append('=').append(encoded(fields[i + 1])).append('&');
		}
		return postRaw(path, body.toString());
	}

	/**
	 * Sends a body as it is.
	 * @param path where it goes
	 * @param body anything
	 * @return what the server answered, redirects followed
	 */
	public HttpResponse<String> postRaw(String path, String body) {
		return send(HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			var response = this.client.send(request.build(), BodyHandlers.ofString());
			this.page = response.body();
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Which cookies the browser holds.
	 * @return their names
	 */
	public List<String> cookies() {
		return this.cookies.getCookieStore().getCookies().stream().map((cookie) -> cookie.getName()).toList();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
