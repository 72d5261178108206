package fr.medecinproche.territory.reference;

/**
 * A reference file that cannot be trusted: nothing of any file is loaded.
 */
class BrokenReferenceException extends RuntimeException {

	BrokenReferenceException(String file, String what) {
		super(file + ": " + what);
	}

	BrokenReferenceException(String file, long line, String what) {
		super(file + ", line " + line + ": " + what);
	}

	BrokenReferenceException(String what, Throwable cause) {
		super(what, cause);
	}

}
