/**
 * Where a trace begins: with an operator's call.
 *
 * <p>What a change's trace goes through afterwards lives in the outbox and the replica.
 */
package org.fingerpost.access.traces;
