package fr.medecinproche.volunteer.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Secteur;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list as it was understood. Whatever is missing has its remark.
 *
 * @param line where it is in the file
 * @param doctor whom it names
 * @param commune the INSEE code of where they practise
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 * @param status where their file stands
 * @param since from when on
 * @param remarks what is to be said of it
 */
record ReadLine(int line, Doctor doctor, @Nullable String commune, Practice practice, Secteur secteur,
		FileStatus status, @Nullable LocalDate since, List<Remark> remarks) {

	ReadLine {
		remarks = List.copyOf(remarks);
	}

	Outcome outcome() {
		return this.remarks.stream().map((remark) -> remark.reason().outcome()).reduce(Outcome.ACCEPTED, Outcome::or);
	}

	ReadLine practisingIn(@Nullable String insee, List<Remark> more) {
		return new ReadLine(this.line, this.doctor, insee, this.practice, this.secteur, this.status, this.since,
				with(more));
	}

	ReadLine saying(Remark remark) {
		return new ReadLine(this.line, this.doctor, this.commune, this.practice, this.secteur, this.status, this.since,
				with(List.of(remark)));
	}

	private List<Remark> with(List<Remark> more) {
		var all = new ArrayList<>(this.remarks);
		all.addAll(more);
		return all;
	}

	/**
	 * Whom a line names.
	 *
	 * @param givenName null when there is none that can be
	 * @param familyName null when there is none that can be
	 * @param email null when it is no address
	 * @param rpps null when it is no number
	 * @param mobile the international form, null when there is none that can be called
	 * @param place what was typed for the commune, its postal code too
	 */
	record Doctor(@Nullable String givenName, @Nullable String familyName, @Nullable String email,
			@Nullable String rpps, @Nullable String mobile, String place) {

	}

}
