/**
 * The pages of doctors who join.
 */
@NullMarked
package fr.medecinproche.joining.web;

import org.jspecify.annotations.NullMarked;
