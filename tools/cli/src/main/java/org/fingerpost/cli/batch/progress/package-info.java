/** How far the work is, drawn while a person waits, and nothing at all when it is soon over. */
package org.fingerpost.cli.batch.progress;
