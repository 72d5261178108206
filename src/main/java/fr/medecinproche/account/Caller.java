package fr.medecinproche.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from, of which little is kept.
 *
 * @param address the network address, whole
 * @param userAgent how the browser calls itself, if it does
 */
public record Caller(String address, @Nullable String userAgent) {

	private static final int IPV4_KEPT = 24;

	private static final int IPV6_KEPT = 48;

	/**
	 * The part of the address that is kept: enough to tell home from elsewhere.
	 * @return such as "203.0.113.0/24" or "2001:db8:1:0:0:0:0:0/48", or empty for what is
	 * no address
	 */
	Optional<String> network() {
		// never the name of a machine, which would be asked for on the network
		if (!this.address.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
			return Optional.empty();
		}
		try {
			var bytes = InetAddress.getByName(this.address).getAddress();
			int kept = (bytes.length == 4) ? IPV4_KEPT : IPV6_KEPT;
			Arrays.fill(bytes, kept / 8, bytes.length, (byte) 0);
			return Optional.of(InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept);
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

}
