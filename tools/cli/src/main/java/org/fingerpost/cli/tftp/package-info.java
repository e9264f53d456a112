/**
 * TFTP as a simple phone reads it: block by block, with the options that the vendor's phones send
 * (RFC 1350, 2347, 2348, 2349). Nothing is written, no window is asked for, and what the bytes mean
 * is none of its business.
 */
package org.fingerpost.cli.tftp;
