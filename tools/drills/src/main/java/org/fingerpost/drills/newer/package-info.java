/**
 * State as the next version of a control plane would write it: the same records, with fields that
 * nobody knows here. A door must pass over them.
 */
package org.fingerpost.drills.newer;
