package fr.medecinproche.insight.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import fr.medecinproche.insight.OpenDataReader;
import fr.medecinproche.insight.ZonesGeoJson;
import fr.medecinproche.web.CsvFile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the files for a while, so that the database is asked once, however many ask for
 * them. Nodes that read the same rows give the same mark.
 */
@Component
class OpenDataShelf {

	private final OpenDataReader reader;

	private final ZonesGeoJson geoJson;

	private final Clock clock;

	private final Duration kept;

	private final Map<OpenDataFile, Edition> editions = new ConcurrentHashMap<>();

	OpenDataShelf(OpenDataReader reader, ZonesGeoJson geoJson, Clock clock,
			@Value("${medecin-proche.open-data.kept:1h}") Duration kept) {
		this.reader = reader;
		this.geoJson = geoJson;
		this.clock = clock;
		this.kept = kept;
	}

	/** The present edition of a file, made again when the last one is old. */
	Edition take(OpenDataFile file) {
		var now = this.clock.instant();
		return this.editions.compute(file,
				(each, last) -> (last != null && last.isGoodAt(now, this.kept)) ? last : make(each, now));
	}

	private Edition make(OpenDataFile file, Instant now) {
		return Edition.of(switch (file) {
			case ZONES -> CsvFile.forPrograms(this.reader.zones());
			case LIEUX -> CsvFile.forPrograms(this.reader.sites());
			case COUVERTURE -> CsvFile.forPrograms(this.reader.coverage());
			case CONTOURS -> this.geoJson.of(this.reader.zones());
		}, now);
	}

	/**
	 * A file as it was at some time.
	 *
	 * @param content its bytes
	 * @param mark tells editions apart; weak, since what travels may be compressed
	 * @param madeAt when it was made
	 */
	record Edition(byte[] content, String mark, Instant madeAt) {

		/** A clock that was put back makes no edition last for ever. */
		boolean isGoodAt(Instant now, Duration kept) {
			return !now.isBefore(this.madeAt) && now.isBefore(this.madeAt.plus(kept));
		}

		static Edition of(byte[] content, Instant now) {
			try {
				var hash = MessageDigest.getInstance("SHA-256").digest(content);
				return new Edition(content, "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"", now);
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
