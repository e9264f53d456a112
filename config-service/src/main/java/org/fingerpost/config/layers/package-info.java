/**
 * What providers and the operator tell many phones at once, as values: sheets, their names, texts
 * with holes, and what fills the holes.
 *
 * <p>A sheet is a layer ({@code platform}, {@code family/HT80x}, {@code group/berlin} …) or a
 * template that layers use. How sheets lie upon each other is {@code assembly}; drafts and
 * revisions are {@code sheets}.
 */
package org.fingerpost.config.layers;
