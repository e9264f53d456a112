/**
 * One file on its way to one phone: a state machine that is fed with packets, bytes and time, and
 * gives out packets and wishes for bytes.
 *
 * <p>Free of I/O, of threads and of clocks: time is a number that whoever feeds it reads.
 */
package org.fingerpost.gateway.transfer;
