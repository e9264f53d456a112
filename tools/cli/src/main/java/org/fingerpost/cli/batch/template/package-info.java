/**
 * What the devices of a list are told: a template with holes, the columns that fill or overrule it,
 * and the settings that come of both. No file is made here.
 */
package org.fingerpost.cli.batch.template;
