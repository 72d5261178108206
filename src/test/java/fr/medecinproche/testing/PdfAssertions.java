package fr.medecinproche.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What every printed page owes its readers: {@code pdf(result).isAccessible()}.
 */
public final class PdfAssertions extends AbstractAssert<PdfAssertions, PDDocument> {

	private static final float DOTS_PER_INCH = 150;

	private PdfAssertions(PDDocument document) {
		super(document, PdfAssertions.class);
	}

	/**
	 * Looks at the file of a response.
	 * @param result what the application answered
	 * @return assertions on it
	 */
	public static PdfAssertions pdf(MvcTestResult result) {
		return pdf(result.getResponse().getContentAsByteArray());
	}

	/**
	 * Looks at a file.
	 * @param file its bytes
	 * @return assertions on it
	 */
	public static PdfAssertions pdf(byte[] file) {
		try {
			return new PdfAssertions(Loader.loadPDF(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Holds for every file: tagged, with a language and a title that is shown, every font
	 * within it and able to give its text back, fit for archives, opening nothing of its
	 * own.
	 * @param language of the text
	 * @return this
	 */
	public PdfAssertions isAccessible(String language) {
		var catalog = this.actual.getDocumentCatalog();
		Assertions.assertThat(catalog.getMarkInfo().isMarked()).as("tagged").isTrue();
		Assertions.assertThat(catalog.getStructureTreeRoot()).as("structure").isNotNull();
		Assertions.assertThat(catalog.getLanguage()).isEqualTo(language);
		Assertions.assertThat(this.actual.getDocumentInformation().getTitle()).isNotBlank();
		Assertions.assertThat(catalog.getViewerPreferences().displayDocTitle()).as("title shown").isTrue();
		Assertions.assertThat(catalog.getCOSObject().containsKey(COSName.OPEN_ACTION)).isFalse();
		Assertions.assertThat(metadata()).contains("pdfuaid:part").containsPattern("pdfaid:part\\W+3");
		for (var page : this.actual.getPages()) {
			for (var name : page.getResources().getFontNames()) {
				Assertions.assertThat(font(page.getResources(), name).isEmbedded()).as("%s embedded", name).isTrue();
				Assertions.assertThat(font(page.getResources(), name).getName()).contains("AtkinsonHyperlegible");
			}
		}
		return this;
	}

	private static org.apache.pdfbox.pdmodel.font.PDFont font(org.apache.pdfbox.pdmodel.PDResources resources,
			COSName name) {
		try {
			return resources.getFont(name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String metadata() {
		try {
			return new String(this.actual.getDocumentCatalog().getMetadata().toByteArray(),
					java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Counts the pages.
	 * @param count how many there must be
	 * @param size their size, within a point
	 * @return this
	 */
	public PdfAssertions hasPages(int count, PDRectangle size) {
		Assertions.assertThat(this.actual.getNumberOfPages()).as("pages").isEqualTo(count);
		for (var page : this.actual.getPages()) {
			Assertions.assertThat(page.getMediaBox().getWidth()).isCloseTo(size.getWidth(), Assertions.within(1f));
			Assertions.assertThat(page.getMediaBox().getHeight()).isCloseTo(size.getHeight(), Assertions.within(1f));
		}
		return this;
	}

	/**
	 * Measures the pages.
	 * @param millimetres the width each must have
	 * @return this
	 */
	public PdfAssertions isAsWideAs(int millimetres) {
		Assertions.assertThat(this.actual.getPages())
			.allSatisfy((page) -> Assertions.assertThat(page.getMediaBox().getWidth())
				.isCloseTo(millimetres * 72 / 25.4f, Assertions.within(1f)));
		return this;
	}

	/**
	 * Looks for words somebody could search the file for, spaces of all kinds being
	 * equal.
	 * @param words what it says
	 * @return this
	 */
	public PdfAssertions says(String... words) {
		for (var expected : words) {
			Assertions.assertThat(text()).contains(plain(expected));
		}
		return this;
	}

	/**
	 * Makes sure of words that must not be there.
	 * @param words what it must not say
	 * @return this
	 */
	public PdfAssertions doesNotSay(String... words) {
		Assertions.assertThat(text()).doesNotContain(words);
		return this;
	}

	private String text() {
		try {
			return plain(new PDFTextStripper().getText(this.actual));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String plain(String text) {
		return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
	}

	/**
	 * Measures the letters.
	 * @param points no letter is smaller
	 * @return this
	 */
	public PdfAssertions hasTypeOfAtLeast(float points) {
		Assertions.assertThat(letters().stream().mapToDouble(TextPosition::getFontSizeInPt).min().orElse(0))
			.as("smallest letter, in points")
			.isGreaterThan(points - 0.1);
		return this;
	}

	/**
	 * Makes sure that nothing is printed over something else, on a file of one page.
	 * @return this
	 */
	public PdfAssertions hasNoLettersOverOthers() {
		var letters = letters();
		for (var one : letters) {
			letters.stream()
				.filter((other) -> other != one && overlap(one, other))
				.findFirst()
				.ifPresent((other) -> failWithMessage("Expected room for each letter, but %s at %s,%s is over %s", one,
						one.getX(), one.getY(), other));
		}
		return this;
	}

	private static boolean overlap(TextPosition one, TextPosition other) {
		boolean sameLine = Math.abs(one.getY() - other.getY()) < 1;
		float across = Math.min(one.getEndX(), other.getEndX()) - Math.max(one.getX(), other.getX());
		float along = Math.min(one.getY(), other.getY())
				- Math.max(one.getY() - one.getHeight(), other.getY() - other.getHeight());
		return !sameLine && across > 1 && along > 1;
	}

	private List<TextPosition> letters() {
		var letters = new ArrayList<TextPosition>();
		try {
			new PDFTextStripper() {
				@Override
				protected void processTextPosition(TextPosition letter) {
					letters.add(letter);
				}
			}.getText(this.actual);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return letters.stream().filter((letter) -> !letter.getUnicode().isBlank()).toList();
	}

	/**
	 * Looks at the title, which a reader shows in its window.
	 * @param words what it must not give away
	 * @return this
	 */
	public PdfAssertions titleDoesNotSay(String... words) {
		Assertions.assertThat(this.actual.getDocumentInformation().getTitle()).doesNotContain(words);
		return this;
	}

	/**
	 * Reads the QR code on the first page as a phone would.
	 * @param address what it must say
	 * @return this
	 */
	public PdfAssertions leadsPhonesTo(String address) {
		try {
			var image = image();
			var dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
			var bitmap = new BinaryBitmap(
					new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots)));
			Assertions.assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(address);
		}
		catch (NotFoundException ex) {
			failWithMessage("Expected a QR code on the first page");
		}
		catch (ReaderException ex) {
			failWithMessage("Expected a QR code that can be read, but: %s", ex);
		}
		return this;
	}

	private BufferedImage image() {
		try {
			return new PDFRenderer(this.actual).renderImageWithDPI(0, DOTS_PER_INCH);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Keeps the file for whoever wants to look at it.
	 * @param name its name, without what follows the dot
	 * @return this
	 */
	public PdfAssertions keptAs(String name) {
		try {
			var folder = Files.createDirectories(Path.of("target", "screenshots"));
			this.actual.save(folder.resolve(name + ".pdf").toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

}
