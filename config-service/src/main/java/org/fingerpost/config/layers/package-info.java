/**
 * What many phones are told at once, merged for those that are alike: the sheets under a device as
 * a stack, what each value comes from, and the mould that a device's own words fill.
 *
 * <p>A sheet is a layer ({@code platform}, {@code family/HT80x}, {@code group/berlin} …) or a
 * template that layers use: {@code shelves}; what fills its holes is {@code variables}. Whom a file
 * is made for is {@code assembly}; drafts and revisions are the control room {@code sheets}.
 */
package org.fingerpost.config.layers;
