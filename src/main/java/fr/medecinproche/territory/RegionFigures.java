package fr.medecinproche.territory;

/**
 * The scheme in the region in two figures.
 *
 * @param zones the number of priority zones
 * @param inhabitants the sum of their populations, as the agency counts them
 */
public record RegionFigures(long zones, long inhabitants) {

}
