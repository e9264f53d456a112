/**
 * Where phones ask, as P237 and P192 write it, and how such an address is shown without its token.
 * Reaching it is the business of {@code wire}.
 */
package org.fingerpost.cli.address;
