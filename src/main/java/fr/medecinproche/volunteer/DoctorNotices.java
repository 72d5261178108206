package fr.medecinproche.volunteer;

import java.util.List;

/**
 * What one room has to tell a doctor who comes home. Each room that has something makes
 * it a bean; the home page asks them all, in their {@code @Order}.
 */
@FunctionalInterface
public interface DoctorNotices {

	/**
	 * What waits for a doctor.
	 * @param volunteer who is home, active or not, the account and commune loaded
	 * @return the most pressing first, empty when nothing waits; found with a number of
	 * queries that does not depend on how much there is
	 */
	List<DoctorNotice> of(Volunteer volunteer);

}
