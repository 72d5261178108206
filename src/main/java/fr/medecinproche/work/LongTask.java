package fr.medecinproche.work;

/**
 * Something that takes its time.
 */
@FunctionalInterface
public interface LongTask {

	/**
	 * Does it, outside any transaction but those it opens itself.
	 * @param progress told how far it is; it also says when somebody asked to stop
	 * @return the address of the page where the result is to be seen, such as
	 * "/ars/zones/import/3"
	 * @throws WorkStoppedException when somebody asked to stop
	 */
	String run(Progress progress);

}
