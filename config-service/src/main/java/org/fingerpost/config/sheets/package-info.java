/**
 * Layers and templates as the control plane keeps them: a draft, and revisions that never change.
 * What is published was looked at first, by {@code reviews}.
 *
 * <p>Owns the tables {@code sheet} and {@code sheet_revision} and the state records {@code
 * sheet/{owner}/{name}}. How sheets lie upon each other is {@code layers}.
 */
package org.fingerpost.config.sheets;
