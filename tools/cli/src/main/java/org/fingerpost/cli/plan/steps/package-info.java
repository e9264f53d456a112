/**
 * From a folder and what the service has now to the steps between them, in the order in which they
 * can be taken. Shows and takes none of them.
 */
package org.fingerpost.cli.plan.steps;
