package fr.medecinproche.messaging.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A provider of text messages on this machine, which answers as it is told and remembers
 * what it was asked.
 */
final class Provider implements AutoCloseable {

	final List<Request> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile Function<Request, Answer> answers;

	Provider(Function<Request, Answer> answers) throws IOException {
		this.answers = answers;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/1.0");
	}

	void answers(int status, String body) {
		this.answers = (request) -> new Answer(status, body);
	}

	void answers(Function<Request, Answer> answers) {
		this.answers = answers;
	}

	List<Request> posts() {
		return new ArrayList<>(this.requests).stream().filter((request) -> request.method().equals("POST")).toList();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			var request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					exchange.getRequestHeaders(), body);
			this.requests.add(request);
			var answer = this.answers.apply(request);
			var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(answer.status(), (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	record Request(String method, String path, Headers headers, String body) {
	}

	record Answer(int status, String body) {
	}

}
