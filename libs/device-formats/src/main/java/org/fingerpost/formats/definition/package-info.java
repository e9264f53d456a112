/**
 * What each P-value means and takes, family by family, read from data files.
 *
 * <p>A definition knows whether a value fits. Who asks, and what to tell them about a whole file of
 * settings, lives in {@code catalogue}.
 */
package org.fingerpost.formats.definition;
