/**
 * Files that agents bring: read and judged line by line, kept, and applied or dropped.
 */
@NullMarked
package fr.medecinproche.territory.imports;

import org.jspecify.annotations.NullMarked;
