/**
 * What stands in an archive: JSON documents, a line each, compressed and sealed. Read within
 * limits, and only as a whole. The format is drawn in {@code docs/formats/archive.md}.
 */
package org.fingerpost.config.archives.documents;
