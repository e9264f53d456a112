/**
 * How blobs come from a control plane to doors on other machines: one address that gives them, to
 * whoever shows the doors' secret, and the way to ask for them there.
 *
 * <p>A door's shelf decides what is fetched and believes none of it; phones never come here.
 */
package org.fingerpost.firmware.supply;
