package fr.medecinproche.web;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Makes PDF files of templates: searchable, tagged for screen readers (PDF/UA) and fit
 * for archives (PDF/A-3u), in a typeface made for low vision. A template is well-formed
 * XML with a language, a title and its own style; it fetches nothing, images are
 * {@code data:} addresses, and {@code ${words}} says dates in the reader's language.
 */
@Component
public class PdfPages {

	static {
		// it writes to the console by itself, a line for each stylesheet and font
		XRLog.setLoggingEnabled(false);
	}

	private static final String TYPEFACE = "Atkinson Hyperlegible";

	private static final int NORMAL = 400;

	private static final int BOLD = 700;

	/** Beyond that, whoever asked has gone. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final ITemplateEngine templates;

	private final Words words;

	private final byte[] regular;

	private final byte[] bold;

	private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	private final Semaphore presses;

	private final Duration patience;

	@Autowired
	PdfPages(ITemplateEngine templates, Words words, @Value("classpath:pdf/Regular.ttf") Resource regular,
			@Value("classpath:pdf/Bold.ttf") Resource bold) throws IOException {
		this(templates, words, regular.getContentAsByteArray(), bold.getContentAsByteArray(),
				Math.max(2, Runtime.getRuntime().availableProcessors()), PATIENCE);
	}

	/**
	 * As many requests as come wait without a thread of the machine, but few are served
	 * at once: each takes a processor and some megabytes.
	 */
	PdfPages(ITemplateEngine templates, Words words, byte[] regular, byte[] bold, int atOnce, Duration patience) {
		this.templates = templates;
		this.words = words;
		this.regular = regular;
		this.bold = bold;
		this.presses = new Semaphore(atOnce, true);
		this.patience = patience;
	}

	/**
	 * Prints a template.
	 * @param template its name, such as "pdf/lettre"
	 * @param model what it shows; nothing may be loaded lazily from it
	 * @param locale the reader's language
	 * @return the file
	 * @throws ResponseStatusException 503 when so many are asked for that this one would
	 * come too late
	 */
	public byte[] print(String template, Map<String, ?> model, Locale locale) {
		try {
			if (!this.presses.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many documents at once");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "stopping", ex);
		}
		try {
			return pdf(html(template, model, locale));
		}
		finally {
			this.presses.release();
		}
	}

	private String html(String template, Map<String, ?> model, Locale locale) {
		var page = new Context(locale);
		model.forEach(page::setVariable);
		page.setVariable("words", this.words.in(locale));
		return this.templates.process(template, page);
	}

	private byte[] pdf(String html) {
		var file = new ByteArrayOutputStream();
		try {
			new PdfRendererBuilder()
				.useFont(() -> new ByteArrayInputStream(this.regular), TYPEFACE, NORMAL, FontStyle.NORMAL, true)
				.useFont(() -> new ByteArrayInputStream(this.bold), TYPEFACE, BOLD, FontStyle.NORMAL, true)
				.useColorProfile(this.colours)
				.usePdfAConformance(PdfAConformance.PDFA_3_U)
				.usePdfUaAccessibility(true)
				.useUnicodeLineBreaker(new LineEnds())
				.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
				.withHtmlContent(html, null)
				.toStream(file)
				.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
