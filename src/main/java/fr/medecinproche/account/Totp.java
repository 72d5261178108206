package fr.medecinproche.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an application on a phone and we share, and the codes that follow from it and the
 * time (RFC 6238, with the values all such applications understand: HMAC-SHA-1, six
 * digits, thirty seconds).
 */
final class Totp {

	static final int DIGITS = 6;

	private static final int STEP_SECONDS = 30;

	/** Clocks of phones are a little off, and people type slowly: one step each way. */
	private static final int TOLERANCE = 1;

	private static final int SECRET_BYTES = 20;

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] secret;

	Totp(byte[] secret) {
		this.secret = secret.clone();
	}

	static Totp random() {
		var bytes = new byte[SECRET_BYTES];
		RANDOM.nextBytes(bytes);
		return new Totp(bytes);
	}

	byte[] secret() {
		return this.secret.clone();
	}

	/** The secret as people type it into an application that has no camera. */
	String base32() {
		var text = new StringBuilder();
		int bits = 0;
		int held = 0;
		for (byte each : this.secret) {
			bits = (bits << 8) | (each & 0xff);
			for (held += 8; held >= 5; held -= 5) {
				text.append(BASE32.charAt((bits >> (held - 5)) & 31));
			}
		}
		return (held > 0) ? text.append(BASE32.charAt((bits << (5 - held)) & 31)).toString() : text.toString();
	}

	/**
	 * Which thirty seconds a code belongs to.
	 * @param code what was typed
	 * @param now when
	 * @param after the thirty seconds of the last code taken: it does not serve twice,
	 * nor does one before it
	 * @return their number, or empty for a wrong, old or used code
	 */
	OptionalLong stepOf(String code, Instant now, long after) {
		long current = now.getEpochSecond() / STEP_SECONDS;
		return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
			.filter((step) -> step > after && code(step, DIGITS).equals(code))
			.findFirst();
	}

	String code(long step, int digits) {
		try {
			var mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(this.secret, "RAW"));
			var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
			int offset = hash[hash.length - 1] & 0xf;
			int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
			return String.format("%0" + digits + "d", number % (long) Math.pow(10, digits));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex); // every Java platform has it
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Totp totp && Arrays.equals(this.secret, totp.secret);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.secret);
	}

	/** Never the secret: this may end in a log. */
	@Override
	public String toString() {
		return "Totp";
	}

}
