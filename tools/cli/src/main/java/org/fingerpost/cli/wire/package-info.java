/**
 * HTTP as a simple phone speaks it: one GET a connection over a bare socket, so that framing can be
 * seen and judged. No redirects, no cookies, no reuse; what the bytes mean is none of its business.
 */
package org.fingerpost.cli.wire;
