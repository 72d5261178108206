package fr.medecinproche.insight.web;

import java.time.YearMonth;

import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportScope;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the reports; what makes no sense asks nothing.
 *
 * @param du the first month, "2027-01"
 * @param au the last month
 * @param departement the code of a department
 */
record ReportFilter(@Nullable String du, @Nullable String au, @Nullable String departement) {

	ReportPeriod period(YearMonth present) {
		return ReportPeriod.asked(this.du, this.au, present);
	}

	ReportScope scope(@Nullable String perimeter) {
		return new ReportScope(perimeter, this.departement);
	}

}
