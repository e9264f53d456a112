/**
 * What all lists that come in over HTTP have in common: the bytes are bounded and digested, CSV is
 * read record by record, and a worker goes on with the jobs that were made of them.
 *
 * <p>Knows no list's columns and no job's table.
 */
package org.fingerpost.lists;
