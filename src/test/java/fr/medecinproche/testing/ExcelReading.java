package fr.medecinproche.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a workbook says, read from its XML and not through what wrote it.
 */
public final class ExcelReading {

	private final Map<String, String> parts = new LinkedHashMap<>();

	private ExcelReading(Path file) throws IOException {
		try (var zip = new ZipFile(file.toFile())) {
			for (var part : Collections.list(zip.entries())) {
				this.parts.put(part.getName(),
						new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
	}

	/**
	 * Opens a workbook.
	 * @param file its bytes
	 * @return what it says
	 */
	public static ExcelReading of(byte[] file) {
		try {
			var kept = Files.createTempFile("tableau", ".xlsx");
			try {
				Files.write(kept, file);
				return new ExcelReading(kept);
			}
			finally {
				Files.delete(kept);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public List<String> sheets() {
		return xml("xl/workbook.xml").select("sheet").eachAttr("name");
	}

	/**
	 * A sheet.
	 * @param number from 1
	 * @return its XML
	 */
	public Document sheet(int number) {
		return xml("xl/worksheets/sheet" + number + ".xml");
	}

	/**
	 * The rows of a sheet as they are written.
	 * @param number from 1
	 * @return the cells of each, numbers as in the file; cells with nothing are left out
	 */
	public List<List<String>> rows(int number) {
		return sheet(number).select("row")
			.stream()
			.map((row) -> row.select("c").stream().map(ExcelReading::text).toList())
			.toList();
	}

	private static String text(Element cell) {
		return cell.wholeText();
	}

	private Document xml(String part) {
		return Jsoup.parse(this.parts.get(part), "", Parser.xmlParser());
	}

}
