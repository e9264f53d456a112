/** When the phones of a storm come. */
package org.fingerpost.cli.storm.arrivals;
