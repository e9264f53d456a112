/**
 * A folder of YAML files that says what a provider wants: groups, sheets and devices, each value
 * with the line where it stands. Secrets come from the environment or from files. How the service
 * is brought there is not known here.
 */
package org.fingerpost.cli.folder;
