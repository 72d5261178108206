package fr.medecinproche.schedule;

import java.util.Collection;
import java.util.Map;

/**
 * Tells how many patients wait for a time around places; told by the room that keeps the
 * waiting list.
 */
@FunctionalInterface
public interface WaitingPatients {

	/**
	 * Counts in one query.
	 * @param siteIds places
	 * @return by place, only places somebody waits around
	 */
	Map<Long, Integer> around(Collection<Long> siteIds);

}
