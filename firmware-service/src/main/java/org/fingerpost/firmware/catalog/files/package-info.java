/**
 * What is there to be got: the files of published releases and of companions, under all names by
 * which they can be asked for, and which blobs are so named.
 *
 * <p>Who gets which of them is the catalog's.
 */
package org.fingerpost.firmware.catalog.files;
