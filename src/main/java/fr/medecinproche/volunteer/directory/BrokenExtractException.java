package fr.medecinproche.volunteer.directory;

/**
 * An extract that cannot be trusted: nothing of it is kept, and the directory stays as it
 * was.
 */
class BrokenExtractException extends RuntimeException {

	BrokenExtractException(String file, long line, String what) {
		super(file + ", line " + line + ": " + what);
	}

	BrokenExtractException(String what) {
		super(what);
	}

}
