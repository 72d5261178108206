package fr.medecinproche.volunteer.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.volunteer.DirectoryEntry;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Rpps;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.intake.ReadLine.Doctor;
import fr.medecinproche.volunteer.intake.Remark.Reason;
import fr.medecinproche.web.UploadedTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Understands one line by itself; what depends on other lines or on the database comes
 * later. Everything wrong is said at once.
 */
class LineReader {

	private static final int LONGEST_NAME = 80;

	/** Letters, and what joins or abbreviates names. */
	private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’\\-]*");

	private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu")
		.map((form) -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
		.toList();

	private static final LocalDate LONG_AGO = LocalDate.of(1950, 1, 1);

	private static final Map<Practice, Set<String>> PRACTICES = Map.of(Practice.LIBERAL_INSTALLE,
			Set.of("liberal", "installe", "liberalinstalle", "installeenliberal", "liberale"), Practice.REMPLACANT,
			Set.of("remplacant", "remplacante", "remplacement"), Practice.SALARIE,
			Set.of("salarie", "salariee", "hospitalier"), Practice.RETRAITE_CUMUL, Set.of("retraite", "retraitee",
					"retraiteactif", "cumul", "cumulemploiretraite", "retraitecumul", "retraiteenactivite"),
			Practice.AUTRE, Set.of("autre", "autresituation"));

	private static final Map<Secteur, Set<String>> SECTEURS = Map.of(Secteur.SECTEUR_1,
			Set.of("1", "s1", "secteur1", "01", "c1"), Secteur.SECTEUR_2, Set.of("2", "s2", "secteur2", "02", "c2"),
			Secteur.SECTEUR_2_OPTAM,
			Set.of("2optam", "s2optam", "secteur2optam", "secteur2avecoptam", "optam", "optamco"),
			Secteur.NON_CONVENTIONNE, Set.of("nonconventionne", "horsconvention", "3", "secteur3"), Secteur.SANS_OBJET,
			Set.of("sansobjet", "salarie", "neant", "aucun"));

	private static final Map<FileStatus, Set<String>> STATUSES = Map.of(FileStatus.SUBMITTED,
			Set.of("", "aexaminer", "depose", "nouveau", "candidat", "candidature"), FileStatus.ORDRE_CHECK,
			Set.of("ordre", "chezlordre", "cdom", "aucdom"), FileStatus.ACTIVITY_DECLARED,
			Set.of("cpam", "alacpam", "activitedeclaree"), FileStatus.CPAM_NUMBER_GIVEN,
			Set.of("aactiver", "numerodonne", "numerorecu"), FileStatus.ACTIVE,
			Set.of("actif", "active", "dejaactif", "dejaactive", "accepte", "oui", "volontaire"));

	private final LocalDate today;

	LineReader(LocalDate today) {
		this.today = today;
	}

	ReadLine read(Row row) {
		var remarks = new ArrayList<Remark>();
		row.fault().ifPresent((fault) -> remarks.add(Remark.of(Reason.valueOf(fault.name()))));
		var doctor = new Doctor(name(row.value(IntakeColumns.GIVEN_NAME), remarks),
				name(row.value(IntakeColumns.FAMILY_NAME), remarks), email(row, remarks), rpps(row, remarks),
				mobile(row, remarks), place(row));
		var practice = meant(PRACTICES, row.value(IntakeColumns.PRACTICE), Practice.AUTRE, Reason.PRACTICE_ASSUMED,
				remarks);
		var secteur = meant(SECTEURS, row.value(IntakeColumns.SECTEUR),
				(practice == Practice.SALARIE) ? Secteur.SANS_OBJET : Secteur.SECTEUR_1, Reason.SECTEUR_ASSUMED,
				remarks);
		var status = status(row, remarks);
		return new ReadLine(row.line(), doctor, null, practice, secteur, status, since(row, status, remarks), remarks);
	}

	private static @Nullable String name(String typed, List<Remark> remarks) {
		var name = typed.replaceAll("\\s+", " ");
		if (name.isEmpty()) {
			add(Reason.NAME_MISSING, remarks);
			return null;
		}
		if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
			add(Reason.NAME_WRONG, remarks);
			return null;
		}
		if (name.length() > 1 && name.equals(name.toUpperCase(Locale.FRENCH))
				|| name.equals(name.toLowerCase(Locale.FRENCH))) {
			add(Reason.NAME_CAPITALS, remarks);
			return new DirectoryEntry(name, name, Set.of()).givenName();
		}
		return name;
	}

	private static @Nullable String email(Row row, List<Remark> remarks) {
		var typed = row.value(IntakeColumns.EMAIL).replaceFirst("(?i)^mailto:", "");
		if (typed.isEmpty()) {
			add(Reason.EMAIL_MISSING, remarks);
			return null;
		}
		var email = EmailAddress.parse(typed).map(EmailAddress::value);
		email.ifPresentOrElse((fine) -> {
		}, () -> add(Reason.EMAIL_WRONG, remarks));
		return email.orElse(null);
	}

	/** A spreadsheet that took the number for a figure has lost its last digits. */
	private static @Nullable String rpps(Row row, List<Remark> remarks) {
		var typed = row.value(IntakeColumns.RPPS).replaceAll("[\\s.\\-\\u00A0\\u202F]", "");
		if (typed.isEmpty()) {
			add(Reason.RPPS_MISSING, remarks);
			return null;
		}
		if (!typed.matches("[0-9]{11}")) {
			add(Reason.RPPS_DIGITS, remarks);
			return null;
		}
		var rpps = Rpps.parse(typed).map(Rpps::digits);
		if (rpps.isEmpty()) {
			add(Reason.RPPS_KEY, remarks);
		}
		return rpps.orElse(null);
	}

	/**
	 * A spreadsheet drops the first zero of what it takes for a figure. Without a number
	 * the doctor is asked for one on their first visit.
	 */
	private static @Nullable String mobile(Row row, List<Remark> remarks) {
		var typed = row.value(IntakeColumns.PHONE);
		if (typed.isEmpty()) {
			return null;
		}
		var phone = PhoneNumber.parse(typed.matches("[1-9][0-9]{8}") ? "0" + typed : typed).map(PhoneNumber::e164);
		if (phone.isEmpty()) {
			add(Reason.PHONE_WRONG, remarks);
		}
		return phone.orElse(null);
	}

	private static String place(Row row) {
		var insee = row.value(IntakeColumns.INSEE);
		if (!insee.isEmpty()) {
			return Places.INSEE + insee;
		}
		var commune = row.value(IntakeColumns.COMMUNE);
		var postalCode = row.value(IntakeColumns.POSTAL_CODE);
		return (postalCode.isEmpty() || commune.contains(postalCode)) ? commune : (postalCode + " " + commune).strip();
	}

	private static <T> T meant(Map<T, Set<String>> words, String typed, T otherwise, Reason assumed,
			List<Remark> remarks) {
		var found = said(words, typed);
		if (found.isEmpty()) {
			add(assumed, remarks);
		}
		return found.orElse(otherwise);
	}

	private static FileStatus status(Row row, List<Remark> remarks) {
		var found = said(STATUSES, row.value(IntakeColumns.STATUS));
		if (found.isEmpty()) {
			add(Reason.STATUS_WRONG, remarks);
		}
		return found.orElse(FileStatus.SUBMITTED);
	}

	private static <T> Optional<T> said(Map<T, Set<String>> words, String typed) {
		var folded = Normalizer.normalize(typed, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]", "");
		return words.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(folded))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	private @Nullable LocalDate since(Row row, FileStatus status, List<Remark> remarks) {
		var typed = row.value(IntakeColumns.SINCE);
		if (typed.isEmpty()) {
			if (status != FileStatus.SUBMITTED) {
				add(Reason.DATE_ASSUMED, remarks);
			}
			return this.today;
		}
		var day = day(typed);
		if (day == null || day.isBefore(LONG_AGO)) {
			add(Reason.DATE_WRONG, remarks);
			return null;
		}
		if (day.isAfter(this.today)) {
			add(Reason.DATE_FUTURE, remarks);
		}
		return day;
	}

	private static @Nullable LocalDate day(String typed) {
		for (var form : DATES) {
			try {
				return LocalDate.parse(typed, form);
			}
			catch (DateTimeParseException ex) {
				// perhaps another form
			}
		}
		return null;
	}

	private static void add(Reason reason, List<Remark> remarks) {
		if (remarks.stream().noneMatch((remark) -> remark.reason() == reason)) {
			remarks.add(Remark.of(reason));
		}
	}

}
