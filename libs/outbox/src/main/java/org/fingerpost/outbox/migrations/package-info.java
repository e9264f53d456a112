/**
 * Who brings a control plane's database to its version, and when: this process, or a job before it.
 *
 * <p>The migrations themselves are files of this library and of each service.
 */
package org.fingerpost.outbox.migrations;
