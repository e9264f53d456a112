/**
 * The device list: a CSV with a header, read device by device, and the CSV of those that were
 * refused. What a column means for a phone is not known here.
 */
package org.fingerpost.cli.batch.list;
