package fr.medecinproche.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * An address that a phone reads from paper (ISO/IEC 18004). A quarter of it may be torn
 * or stained.
 *
 * @param address what it says
 */
public record QrCode(String address) {

	private static final int BLACK = 0x000000;

	private static final int WHITE = 0xFFFFFF;

	private static final int DOTS_PER_MODULE = 8;

	/** The border phones need around it, in modules. */
	private static final int QUIET_ZONE = 4;

	/**
	 * The code as a picture that is part of the page.
	 * @return a {@code data:} address of a PNG
	 * @throws IllegalArgumentException when the address is too long, beyond some 1600
	 * characters
	 */
	public String picture() {
		var png = new ByteArrayOutputStream();
		try {
			ImageIO.write(drawn(modules()), "png", png);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
	}

	private BitMatrix modules() {
		try {
			return new QRCodeWriter().encode(this.address, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, QUIET_ZONE));
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("too long for a QR code", ex);
		}
	}

	private static BufferedImage drawn(BitMatrix modules) {
		var picture = new BufferedImage(modules.getWidth() * DOTS_PER_MODULE, modules.getHeight() * DOTS_PER_MODULE,
				BufferedImage.TYPE_BYTE_BINARY);
		for (int x = 0; x < picture.getWidth(); x++) {
			for (int y = 0; y < picture.getHeight(); y++) {
				picture.setRGB(x, y, modules.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE) ? BLACK : WHITE);
			}
		}
		return picture;
	}

}
