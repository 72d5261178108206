package fr.medecinproche.volunteer.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import fr.medecinproche.territory.FoldedName;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.FileStatus.Party;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the list of volunteers; what makes no sense asks nothing.
 *
 * @param q a part of the doctor's name, or the beginning of their RPPS number
 * @param statut the name of a {@link FileStatus}
 * @param qui the name of a {@link Party}: who must act
 * @param departement the code of the department where the doctor practises
 * @param bloques "oui" for files that have stood still for too long
 * @param age the name of an {@link AgeBand}: for how long the file has stood there
 * @param du the first day of those when the doctor applied
 * @param au the last of them
 * @param atteint the name of a {@link FunnelStage} the doctor has come to
 */
record FileFilter(@Nullable String q, @Nullable String statut, @Nullable String qui, @Nullable String departement,
		@Nullable String bloques, @Nullable String age, @Nullable String du, @Nullable String au,
		@Nullable String atteint) {

	static final List<Party> PARTIES = List.of(Party.AGENCY, Party.DOCTOR, Party.ORDRE, Party.CPAM);

	private static final Pattern CODE = Pattern.compile("\\d{2,3}|2[AB]");

	private static final Pattern NUMBER = Pattern.compile("\\d{2,11}");

	@Nullable String foldedName() {
		var name = FoldedName.of((this.q != null) ? this.q : "");
		return (name.isEmpty() || rpps() != null) ? null : name.value();
	}

	@Nullable String rpps() {
		var digits = (this.q != null) ? this.q.replaceAll("[\\s.\\-\\u00A0\\u202F]", "") : "";
		return NUMBER.matcher(digits).matches() ? digits : null;
	}

	@Nullable String departementCode() {
		return (this.departement != null && CODE.matcher(this.departement).matches()) ? this.departement : null;
	}

	public @Nullable FileStatus status() {
		return Arrays.stream(FileStatus.values())
			.filter((status) -> status.name().equals(this.statut))
			.findFirst()
			.orElse(null);
	}

	public @Nullable Party party() {
		return PARTIES.stream().filter((party) -> party.name().equals(this.qui)).findFirst().orElse(null);
	}

	public @Nullable AgeBand band() {
		return Arrays.stream(AgeBand.values()).filter((band) -> band.name().equals(this.age)).findFirst().orElse(null);
	}

	public @Nullable FunnelStage stage() {
		return Arrays.stream(FunnelStage.values())
			.filter((stage) -> stage.name().equals(this.atteint))
			.findFirst()
			.orElse(null);
	}

	/** When the doctors applied, null for any day. */
	public @Nullable Span applied() {
		return Span.read(this.du, this.au).orElse(null);
	}

	public boolean stalledOnly() {
		return "oui".equals(this.bloques);
	}

	/** The statuses asked for, null for all of them. */
	String @Nullable [] statusNames() {
		var status = status();
		var party = party();
		if (status == null && party == null) {
			return null;
		}
		return Arrays.stream(FileStatus.values())
			.filter((each) -> (status == null || each == status) && (party == null || each.whoActs() == party))
			.map(FileStatus::name)
			.toArray(String[]::new);
	}

	/** Whether volunteers may be left out. */
	public boolean isNarrow() {
		return foldedName() != null || rpps() != null || statusNames() != null || departementCode() != null
				|| stalledOnly() || band() != null || stage() != null || applied() != null;
	}

	/** What the list's query asks, by name. */
	Map<String, @Nullable Object> parameters() {
		var band = band();
		var stage = stage();
		var applied = applied();
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("departement", departementCode());
		parameters.put("statuses", statusNames());
		parameters.put("name", foldedName());
		parameters.put("rpps", rpps());
		parameters.put("stalled", stalledOnly());
		parameters.put("ageFrom", (band != null) ? band.from() : null);
		parameters.put("ageTo", (band != null) ? band.to() : null);
		parameters.put("from", (applied != null) ? applied.from() : null);
		parameters.put("to", (applied != null) ? applied.to() : null);
		parameters.put("reached", (stage != null) ? stage.statusNames() : null);
		parameters.put("came", stage == FunnelStage.CAME);
		return parameters;
	}

}
