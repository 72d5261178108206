package fr.medecinproche.web;

import java.util.Locale;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a {@link Table} is downloaded as.
 */
public enum TableFormat {

	/** For any program. */
	CSV(CsvFile.MEDIA_TYPE) {
		@Override
		byte[] write(Table table) {
			return CsvFile.of(table);
		}
	},

	/** For Excel and LibreOffice. */
	XLSX(ExcelFile.MEDIA_TYPE) {
		@Override
		byte[] write(Table table) {
			return ExcelFile.of(table);
		}
	};

	private final MediaType type;

	TableFormat(MediaType type) {
		this.type = type;
	}

	abstract byte[] write(Table table);

	/**
	 * The format of an address that ends with it.
	 * @param extension "csv" or "xlsx"
	 * @return the format
	 * @throws ResponseStatusException 404 for any other
	 */
	public static TableFormat of(String extension) {
		for (var format : values()) {
			if (format.extension().equals(extension)) {
				return format;
			}
		}
		throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such format");
	}

	/**
	 * How files of it end.
	 * @return "csv" or "xlsx"
	 */
	public String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The answer to whoever asked for a table: a file to keep, which no cache keeps.
	 * @param table what it holds
	 * @return the answer
	 */
	public ResponseEntity<byte[]> download(Table table) {
		return ResponseEntity.ok()
			.contentType(this.type)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.fileName(extension()) + "\"")
			.body(write(table));
	}

}
