/**
 * Where a batch leaves its files: a folder that remembers what is done, the listing of one run, and
 * the zip that is packed from both. What is in the files is not known here.
 */
package org.fingerpost.cli.batch.out;
