/**
 * One pass over a device list: many threads make, one keeps the books, and what is told comes in
 * the order of the list whoever was first.
 */
package org.fingerpost.cli.batch.run;
