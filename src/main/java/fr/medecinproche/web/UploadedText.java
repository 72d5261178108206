package fr.medecinproche.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import fr.medecinproche.web.UploadRefusedException.Reason;

/**
 * The text of a file that says neither its encoding nor what parts its cells.
 *
 * @param content the text, from the line of names on
 * @param separator what parts the cells
 * @param linesBefore how many lines came before
 */
record UploadedText(String content, char separator, int linesBefore) {

	private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

	/** What spreadsheets write before the table to say what parts its cells. */
	private static final Pattern SAID = Pattern.compile("^\"?sep=([;,\\t|])\"?\\R", Pattern.CASE_INSENSITIVE);

	/** How files of spreadsheets and other archives begin, and older spreadsheets. */
	private static final List<byte[]> WORKBOOKS = List.of(new byte[] { 'P', 'K', 3, 4 },
			new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0 });

	/**
	 * Reads the bytes of a file.
	 * @param bytes the whole file
	 * @return its text
	 * @throws UploadRefusedException when it is no text
	 */
	static UploadedText of(byte[] bytes) {
		if (WORKBOOKS.stream().anyMatch((mark) -> startsWith(bytes, mark))) {
			throw new UploadRefusedException(Reason.WORKBOOK);
		}
		var content = decode(bytes);
		if (content.indexOf('\0') >= 0) {
			throw new UploadRefusedException(Reason.NOT_TEXT);
		}
		var said = SAID.matcher(content);
		return said.find() ? new UploadedText(content.substring(said.end()), said.group(1).charAt(0), 1)
				: new UploadedText(content, mostFrequent(content), 0);
	}

	private static String decode(byte[] bytes) {
		if (startsWith(bytes, 0xff, 0xfe)) {
			return decode(bytes, 2, StandardCharsets.UTF_16LE)
				.orElseThrow(() -> new UploadRefusedException(Reason.NOT_TEXT));
		}
		if (startsWith(bytes, 0xfe, 0xff)) {
			return decode(bytes, 2, StandardCharsets.UTF_16BE)
				.orElseThrow(() -> new UploadRefusedException(Reason.NOT_TEXT));
		}
		int mark = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
		// what is no UTF-8 was written by a spreadsheet of before: French ones use this
		return decode(bytes, mark, StandardCharsets.UTF_8)
			.or(() -> decode(bytes, mark, Charset.forName("windows-1252")))
			.orElseThrow(() -> new UploadRefusedException(Reason.NOT_TEXT));
	}

	private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
		try {
			return Optional.of(charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
				.toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static boolean startsWith(byte[] bytes, int... mark) {
		var start = new byte[mark.length];
		for (int at = 0; at < mark.length; at++) {
			start[at] = (byte) mark[at];
		}
		return startsWith(bytes, start);
	}

	private static boolean startsWith(byte[] bytes, byte[] mark) {
		return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
	}

	/** Of the first line that says anything, quoted parts left out. */
	private static char mostFrequent(String content) {
		var names = content.lines()
			.filter((line) -> !line.isBlank())
			.findFirst()
			.orElse("")
			.replaceAll("\"[^\"]*\"", "");
		return SEPARATORS.stream()
			.max(Comparator.comparingLong((each) -> names.chars().filter((c) -> c == each).count()))
			.filter((each) -> names.indexOf(each) >= 0)
			.orElse(';');
	}

}
