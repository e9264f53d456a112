/**
 * The load of writes through redirect's API, each acknowledged one entered in the book: target
 * servers made and re-pointed, phones registered, approved and released, lists imported.
 *
 * <p>Knows the API as a provider's program knows it.
 */
package org.fingerpost.drills.writes;
