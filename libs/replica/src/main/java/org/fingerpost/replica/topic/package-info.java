/**
 * What the topic says: its identity, its records as rows, and where one transaction ends and the
 * next begins. No disk is written here, and nobody but the replica uses this.
 */
package org.fingerpost.replica.topic;
