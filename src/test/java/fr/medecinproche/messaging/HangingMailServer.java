package fr.medecinproche.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A mail server that falls silent once: at a given message, just before it accepts it or
 * just after. It has no mailbox "personne", and "pleine" is full.
 */
final class HangingMailServer implements AutoCloseable {

	/** The identifiers of the messages it has accepted. */
	final List<String> accepted = new CopyOnWriteArrayList<>();

	/** Open once it has fallen silent. */
	final CountDownLatch silent = new CountDownLatch(1);

	private final ServerSocket socket;

	private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();

	private final int message;

	private final boolean afterAccepting;

	private int messages;

	HangingMailServer(int message, boolean afterAccepting) throws IOException {
		this.message = message;
		this.afterAccepting = afterAccepting;
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.connections.submit(this::listen);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void listen() {
		try {
			while (true) {
				var client = this.socket.accept();
				this.connections.submit(() -> converse(client));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void converse(Socket client) {
		try (client;
				var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
				var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
			say(out, "220 ready");
			for (var line = in.readLine(); line != null; line = in.readLine()) {
				if (line.startsWith("DATA")) {
					say(out, "354 go on");
					take(in, out);
				}
				else if (line.startsWith("QUIT")) {
					hangIf(this.afterAccepting && this.messages == this.message, in);
					say(out, "221 bye");
				}
				else if (line.startsWith("RCPT") && line.contains("personne@")) {
					say(out, "550 5.1.1 no such user here");
				}
				else if (line.startsWith("RCPT") && line.contains("pleine@")) {
					say(out, "452 4.2.2 mailbox full");
				}
				else {
					say(out, "250 yes");
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void take(BufferedReader in, PrintWriter out) throws IOException {
		var identifier = "";
		for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			identifier = line.startsWith("Message-ID:") ? line : identifier;
		}
		this.messages++;
		hangIf(!this.afterAccepting && this.messages == this.message, in);
		this.accepted.add(identifier);
		say(out, "250 accepted");
	}

	/** Until the other side goes away. */
	private void hangIf(boolean now, BufferedReader in) throws IOException {
		if (now && this.silent.getCount() > 0) {
			this.silent.countDown();
			if (in.readLine() == null) {
				throw new IOException("the client is gone");
			}
		}
	}

	private static void say(PrintWriter out, String line) {
		out.print(line + "\r\n");
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.connections.shutdownNow();
	}

}
