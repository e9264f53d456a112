/**
 * Names that providers give to what their sheets say at a moment. Phones ask for it by a prefix or
 * postfix, beside others that have the newest.
 *
 * <p>Owns the tables {@code revision_name} and {@code held_revision}, and the state records {@code
 * revision-name/{provider}/{name}} and {@code held-sheet/{owner}/{sheet}/{revision}}. The revisions
 * themselves are {@code sheets}'.
 */
package org.fingerpost.config.revisions;
