package org.fingerpost.gateway.transfer;

/** How a transfer ended. */
public enum Ending {
    /** The client has said that it has the last block. */
    COMPLETE,
    /** The client has said nothing for too long. */
    ABANDONED,
    /** The client has sent an error. */
    REFUSED,
    /** The bytes could not be had. */
    FAILED
}
