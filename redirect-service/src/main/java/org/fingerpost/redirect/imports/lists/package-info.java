/**
 * Lists of ranges as they come in: CSV or JSON, read as a stream, with limits.
 *
 * <p>Says whether a list is one. Whether its rows make sense is not judged here.
 */
package org.fingerpost.redirect.imports.lists;
